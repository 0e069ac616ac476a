package dev.linger.ranker;

import dev.linger.data.csv.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/** The files of a written model, for tests that damage them. */
record StoredModel(Path folder) {
    private static final String DIGESTS = "SHA256SUMS";

    /** All but the digests, by path. */
    List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith(DIGESTS))
                    .sorted()
                    .toList();
        }
    }

    String digests() throws IOException {
        return Files.readString(folder.resolve(DIGESTS));
    }

    byte[] bytes(Path file) throws IOException {
        return Files.readAllBytes(file);
    }

    void replace(Path file, byte[] bytes) throws IOException {
        Files.write(file, bytes);
    }

    /** Makes the checksum at a file's end and its digest those of what it holds now. */
    void repair(Path file) throws IOException {
        byte[] bytes = bytes(file);
        if (file.toString().endsWith(".columns") && bytes.length >= Long.BYTES) {
            CRC32C checksum = new CRC32C();
            checksum.update(bytes, 0, bytes.length - Long.BYTES);
            ByteBuffer.wrap(bytes)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(bytes.length - Long.BYTES, checksum.getValue());
            replace(file, bytes);
        }
        String path = folder.relativize(file).toString().replace('\\', '/');
        String digest = Sha256.of(file);
        Files.writeString(
                folder.resolve(DIGESTS),
                digests().replaceAll("(?m)^[0-9a-f]{64}  " + path + "$", digest + "  " + path));
    }
}
