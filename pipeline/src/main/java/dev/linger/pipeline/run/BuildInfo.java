package dev.linger.pipeline.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What this build is made of, as Maven wrote it into {@code build.properties}: one jar of all libraries keeps no manifest
 * of theirs to ask at run time.
 *
 * @param version version of Linger
 * @param revision git revision, "-dirty" after it where files were changed, or "unknown" outside git
 * @param libraries version of each library
 */
public record BuildInfo(String version, String revision, Map<String, String> libraries) {
    private static final String LIBRARY = "library.";

    /** The build that runs. */
    public static BuildInfo current() {
        Properties properties = new Properties();
        try (InputStream in = BuildInfo.class.getResourceAsStream("build.properties")) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks build.properties");
            }
            properties.load(in);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return of(properties);
    }

    static BuildInfo of(Properties properties) {
        Map<String, String> libraries = new TreeMap<>();
        for (String key : properties.stringPropertyNames()) {
            if (key.startsWith(LIBRARY)) {
                libraries.put(key.substring(LIBRARY.length()), known(properties, key));
            }
        }
        return new BuildInfo(
                known(properties, "version"), known(properties, "revision"), Collections.unmodifiableMap(libraries));
    }

    /** The value; "unknown" where the build left it empty or its placeholder as it was. */
    private static String known(Properties properties, String key) {
        String value = properties.getProperty(key, "").strip();
        return value.isEmpty() || value.startsWith("${") ? "unknown" : value;
    }
}
