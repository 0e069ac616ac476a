package dev.linger.pipeline.config;

import dev.linger.data.InputException;
import dev.linger.data.NearestName;
import dev.linger.data.RegularFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The configurations that come with the jar, so that they work without the repository. */
public final class PackagedConfigs {
    /** The folder of the configurations, in the repository and in the jar. */
    public static final String FOLDER = "configs";

    private static final String RECIPES = "recipes/";
    private static final String DEFAULT = "default";

    private PackagedConfigs() {}

    /** The default file. */
    public static ConfigText defaults() {
        return packaged(DEFAULT);
    }

    /**
     * The file of this path, or else the packaged configuration of this name, its path below the folder: "recent",
     * "recent.json" and "configs/recent.json" all name the same one, and so do "recipes/plain", "recipes/plain.json" and
     * "configs/recipes/plain.json".
     */
    public static ConfigText find(String pathOrName) {
        return find(pathOrName, path(pathOrName));
    }

    /** The file of this path from the folder of another file, or else the packaged configuration of this name. */
    static ConfigText find(String pathOrName, ConfigText from) {
        return find(pathOrName, from.file().flatMap(file -> path(pathOrName)
                .map(path -> file.resolveSibling(path).normalize())));
    }

    private static ConfigText find(String pathOrName, Optional<Path> file) {
        return file.filter(Files::isRegularFile)
                .map(ConfigText::read)
                .orElseGet(() -> packagedOrRefuse(pathOrName, file));
    }

    private static Optional<Path> path(String path) {
        try {
            return Optional.of(path).filter(text -> !text.isBlank()).map(Path::of);
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }

    private static ConfigText packagedOrRefuse(String pathOrName, Optional<Path> file) {
        List<String> names = names();
        for (String name : names) {
            String fileName = name + ConfigText.SUFFIX;
            if (List.of(name, fileName, FOLDER + "/" + fileName).contains(pathOrName)) {
                return packaged(name);
            }
        }
        file.ifPresent(RegularFile::isThere); // refuses a folder or pipe
        throw new InputException("no config file " + pathOrName
                + "; give the path of a file or one of the packaged configs: " + String.join(", ", names)
                + hint(new ConfigText(pathOrName, "").name(), names));
    }

    /** The packaged configuration of this file name in whatever folder, or else of the nearest name. */
    private static String hint(String fileName, List<String> names) {
        return names.stream()
                .filter(name -> name.endsWith("/" + fileName))
                .findFirst()
                .map(name -> "; did you mean " + name + "?")
                .orElseGet(() -> NearestName.hint(fileName, names));
    }

    /** Names of the packaged recipes, each a whole system of two stages, in alphabetical order. */
    public static List<String> recipes() {
        return names().stream().filter(name -> name.startsWith(RECIPES)).toList();
    }

    /** Names of the packaged configurations in alphabetical order. */
    public static List<String> names() {
        try {
            URI uri = resource(DEFAULT).toURI();
            if (!"jar".equals(uri.getScheme())) {
                return names(Path.of(uri).resolveSibling(""));
            }
            String jar = uri.getRawSchemeSpecificPart();
            try (FileSystem inside =
                    FileSystems.newFileSystem(Path.of(URI.create(jar.substring(0, jar.indexOf("!/")))))) {
                return names(inside.getPath("/" + FOLDER));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("packaged configs cannot be listed", failure);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> file.endsWith(ConfigText.SUFFIX))
                    .map(file -> file.substring(0, file.length() - ConfigText.SUFFIX.length()))
                    .sorted()
                    .toList();
        }
    }

    private static ConfigText packaged(String name) {
        try (InputStream bytes = resource(name).openStream()) {
            String text = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
            return new ConfigText(FOLDER + "/" + name + ConfigText.SUFFIX, text);
        } catch (IOException failure) {
            throw new UncheckedIOException("packaged config " + name + " cannot be read", failure);
        }
    }

    private static URL resource(String name) {
        String resource = "/" + FOLDER + "/" + name + ConfigText.SUFFIX;
        URL url = PackagedConfigs.class.getResource(resource);
        if (url == null) {
            throw new IllegalStateException("the jar lacks " + resource);
        }
        return url;
    }
}
