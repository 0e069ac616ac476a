package dev.linger.pipeline.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Gives a folder the digests of what it holds now, for tests that alter a run's files. */
public final class SealedFolder {
    private static final Set<String> NOT_LISTED = Set.of("manifest.json", "run.log", "SHA256SUMS");

    private SealedFolder() {}

    /** Writes the digests again; the manifest need not have any yet. */
    public static void seal(Path folder) throws IOException {
        Path manifest = folder.resolve(RunSeal.MANIFEST);
        String bare = Files.readString(manifest)
                .replaceAll(",\n  \"results\": \"[0-9a-f]{64}\",\n  \"sha256\": \"[0-9a-f]{64}\"\n}\n", "\n}\n");
        Files.writeString(manifest, RunSeal.seal(folder, listed(folder), bare));
    }

    private static List<String> listed(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(path -> !NOT_LISTED.contains(path))
                    .filter(path -> !path.startsWith("model/") || path.equals("model/SHA256SUMS"))
                    .toList();
        }
    }
}
