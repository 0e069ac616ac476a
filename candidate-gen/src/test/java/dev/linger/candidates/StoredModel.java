package dev.linger.candidates;

import dev.linger.data.csv.Sha256;
import dev.linger.data.store.ModelReader;
import dev.linger.data.store.ModelWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32C;

/** A scorer written to a folder, whose files a test can damage: noticed by their digests, or with digests that fit. */
final class StoredModel {
    private static final String DIGESTS = "SHA256SUMS";

    private final Path folder;

    private StoredModel(Path folder) {
        this.folder = folder;
    }

    static StoredModel write(Path folder, ItemScorer scorer) throws IOException {
        ModelWriter writer = ModelWriter.create(folder);
        scorer.write(writer.part("source"));
        writer.finish();
        return new StoredModel(folder);
    }

    ModelReader reader() {
        return ModelReader.open(folder).part("source");
    }

    List<Path> files() throws IOException {
        return Files.readAllLines(folder.resolve(DIGESTS)).stream()
                .map(line -> folder.resolve(line.substring(66)))
                .toList();
    }

    /** Replaces what a file holds before its checksum, and makes checksum and digests fit. */
    void replace(Path file, byte[] content) throws IOException {
        CRC32C checksum = new CRC32C();
        checksum.update(content);
        ByteBuffer sealed = ByteBuffer.allocate(content.length + Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        Files.write(file, sealed.put(content).putLong(checksum.getValue()).array());
        StringBuilder digests = new StringBuilder();
        for (Path each : files()) {
            String path = folder.relativize(each).toString().replace('\\', '/');
            digests.append(Sha256.of(each)).append("  ").append(path).append('\n');
        }
        Files.writeString(folder.resolve(DIGESTS), digests);
    }
}
