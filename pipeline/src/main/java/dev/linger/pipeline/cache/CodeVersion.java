package dev.linger.pipeline.cache;

import dev.linger.data.csv.Sha256;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Which program makes the values: a digest of every class on the class path, jars of sources and rankers of one's own among
 * them. Of a jar the checksums that its directory holds are taken, so that it need not be read; of a folder the classes alone,
 * for it may be one that runs are written to.
 */
public final class CodeVersion {
    private CodeVersion() {}

    /** The digest of the program that runs. */
    public static String current() {
        StringBuilder all = new StringBuilder();
        for (String entry : System.getProperty("java.class.path", "").split(File.pathSeparator, -1)) {
            Path path = Path.of(entry);
            try {
                if (Files.isRegularFile(path)) {
                    addJar(path, all);
                } else if (Files.isDirectory(path)) {
                    addFolder(path, all);
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        return Sha256.of(all.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void addJar(Path path, StringBuilder all) throws IOException {
        try (ZipFile jar = new ZipFile(path.toFile())) {
            List<? extends ZipEntry> entries = Collections.list(jar.entries());
            for (ZipEntry entry : entries) {
                all.append(entry.getName()).append(' ').append(entry.getCrc()).append('\n');
            }
        }
    }

    private static void addFolder(Path path, StringBuilder all) throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.filter(file -> file.toString().endsWith(".class"))
                    .sorted()
                    .toList()) {
                all.append(path.relativize(file))
                        .append(' ')
                        .append(Sha256.of(file))
                        .append('\n');
            }
        }
    }
}
