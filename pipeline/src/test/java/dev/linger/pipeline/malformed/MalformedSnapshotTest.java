package dev.linger.pipeline.malformed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.linger.data.Progress;
import dev.linger.data.csv.Sha256;
import dev.linger.data.snapshot.Snapshots;
import dev.linger.pipeline.config.LingerConfig;
import dev.linger.pipeline.malformed.StoredDamage.Variant;
import dev.linger.pipeline.malformed.Tally.Fault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A snapshot that was altered is left aside with a line of why, and the data comes from the files. */
final class MalformedSnapshotTest {
    private static final int TIMES = Boolean.getBoolean("linger.slow") ? 10 : 1;
    private static final LingerConfig CONFIG =
            LingerConfig.resolve(Optional.empty(), List.of()).value();

    private Path data;
    private FolderCopy copy;
    private String sound;

    @BeforeEach
    void write(@TempDir Path folder) throws IOException {
        data = Files.createDirectory(folder.resolve("data"));
        for (String file : SoundData.FILES) {
            Files.write(data.resolve(file), SoundData.table(file).bytes());
        }
        Path original = folder.resolve("original");
        sound = Facts.of(load(original).data().dataset());
        copy = new FolderCopy(original, folder.resolve("snapshots"), path -> true);
    }

    private Snapshots.Loaded load(Path folder) {
        return new Snapshots(folder).load(data, CONFIG.data(), CONFIG.watch(), Progress.SILENT);
    }

    @Test
    void a_snapshot_that_was_altered_is_left_aside() throws IOException {
        Tally tally = new Tally();
        for (Variant variant :
                StoredDamage.variants("snapshot", copy, List.copyOf(copy.files().keySet()), 5 * TIMES)) {
            tally.run(variant.kind(), variant.name(), () -> tried(variant, false));
        }
        tally.write("snapshot");
        assertEquals(List.of(), tally.failures());
    }

    @Test
    void one_whose_checksums_were_mended_ends_in_no_exception() throws IOException {
        Tally tally = new Tally();
        for (Variant variant :
                StoredDamage.variants("snapshot, checksums mended", copy, List.of(snapshot()), 10 * TIMES)) {
            if (variant.bytes() != null) {
                tally.run(variant.kind(), variant.name(), () -> tried(mended(variant), true));
            }
        }
        tally.write("snapshot-mended");
        assertEquals(List.of(), tally.failures());
    }

    private String snapshot() {
        return copy.files().keySet().stream()
                .filter(path -> path.endsWith(".snapshot"))
                .findFirst()
                .orElseThrow();
    }

    private static Variant mended(Variant variant) {
        byte[] bytes = variant.bytes().clone();
        if (bytes.length < Long.BYTES) {
            return variant;
        }
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, 0, bytes.length - Long.BYTES);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(bytes.length - Long.BYTES, checksum.getValue());
        return new Variant(variant.kind(), variant.path(), variant.number(), bytes, false);
    }

    private Outcome tried(Variant variant, boolean isMended) throws IOException {
        try {
            variant.applyTo(copy);
            for (String path : copy.files().keySet()) {
                if (isMended && !path.equals(variant.path())) {
                    String digests = new String(copy.files().get(path), StandardCharsets.UTF_8);
                    String digest = Sha256.of(copy.folder().resolve(variant.path()));
                    copy.put(path, digests.replaceFirst("[0-9a-f]{64}", digest).getBytes(StandardCharsets.UTF_8));
                }
            }
            return loaded(isMended);
        } finally {
            copy.files().keySet().forEach(copy::restore);
        }
    }

    private Outcome loaded(boolean isMended) {
        Snapshots.Loaded loaded = load(copy.folder());
        boolean same = Facts.of(loaded.data().dataset()).equals(sound);
        if (!same && !isMended) {
            throw new Fault("gives another data set");
        }
        loaded.notes()
                .forEach(note -> Messages.check(note, List.of(copy.folder().toString())));
        boolean aside = loaded.notes().get(0).contains("left aside")
                || loaded.notes().get(0).startsWith("data: from the files");
        return aside ? Outcome.COUNTED : same ? Outcome.EQUAL : Outcome.AS_WRITTEN;
    }
}
