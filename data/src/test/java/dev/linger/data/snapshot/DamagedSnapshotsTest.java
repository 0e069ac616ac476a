package dev.linger.data.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.Progress;
import dev.linger.data.duration.WatchRules;
import dev.linger.data.kuairec.KuaiRecFixture;
import dev.linger.data.kuairec.KuaiRecSource;
import dev.linger.data.snapshot.Snapshots.Loaded;
import dev.linger.data.source.LoadedData;
import dev.linger.data.store.DigestList;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Snapshots damaged in 1,440 seeded ways: the data set comes from the files then, and a line says why. */
class DamagedSnapshotsTest {
    private static final KuaiRecSource SOURCE = KuaiRecSource.DEFAULTS;
    private static final int TRIALS = 120;
    private static final int[] EXTREMES = {Integer.MIN_VALUE, -1, 0, 1, 7, 1 << 20, Integer.MAX_VALUE};

    @TempDir
    private Path folder;

    private Snapshots snapshots;
    private LoadedData expected;
    private Path snapshot;
    private byte[] whole;

    /** What is done to the bytes before the checksum at the end. */
    private enum Damage {
        BYTES_FLIPPED {
            @Override
            byte[] of(byte[] whole, SplittableRandom random) {
                byte[] damaged = whole.clone();
                for (int left = 1 + random.nextInt(3); left > 0; left--) {
                    damaged[random.nextInt(whole.length - Long.BYTES)] ^= (byte) (1 + random.nextInt(255));
                }
                return damaged;
            }
        },
        CUT {
            @Override
            byte[] of(byte[] whole, SplittableRandom random) {
                return Arrays.copyOf(whole, random.nextInt(whole.length));
            }
        },
        NUMBER_REPLACED {
            @Override
            byte[] of(byte[] whole, SplittableRandom random) {
                byte[] damaged = whole.clone();
                int at = random.nextInt((whole.length - Long.BYTES) / Integer.BYTES) * Integer.BYTES;
                int value = EXTREMES[random.nextInt(EXTREMES.length)];
                ByteBuffer numbers = ByteBuffer.wrap(damaged).order(ByteOrder.LITTLE_ENDIAN);
                numbers.putInt(at, numbers.getInt(at) == value ? value + 2 : value);
                return damaged;
            }
        };

        abstract byte[] of(byte[] whole, SplittableRandom random);
    }

    @BeforeEach
    void write() throws IOException {
        Path data = Files.createDirectory(folder.resolve("data"));
        KuaiRecFixture.withEveryFile(data);
        snapshots = new Snapshots(folder.resolve("snapshots"));
        expected = load().data();
        try (Stream<Path> files = Files.list(folder.resolve("snapshots"))) {
            snapshot = files.filter(file -> file.toString().endsWith(".snapshot"))
                    .findFirst()
                    .orElseThrow();
        }
        whole = Files.readAllBytes(snapshot);
    }

    @ParameterizedTest
    @EnumSource
    void a_damaged_snapshot_whose_checksum_was_mended_is_left_aside_with_a_line_of_why(Damage damage)
            throws IOException {
        SplittableRandom random = new SplittableRandom(6);
        for (int trial = 0; trial < TRIALS; trial++) {
            Files.write(snapshot, withChecksum(damage.of(whole, random)));
            assertEquals(
                    "it is damaged", assertThrows(IOException.class, this::read).getMessage());
            if (trial % 20 == 0) {
                Loaded loaded = load();
                assertEquals(
                        List.of(
                                "data: the snapshot " + snapshot + " is left aside: it is damaged",
                                "data: from the files, kept for other runs as the snapshot " + snapshot),
                        loaded.notes());
                SameData.assertSame(expected, loaded.data());
                SameData.assertSame(expected, read());
            }
        }
    }

    /** Then only what it holds can betray it: what no data set can hold is refused, and nothing ends in another exception. */
    @ParameterizedTest
    @EnumSource
    void one_whose_digest_was_mended_too_is_left_aside_or_holds_what_a_data_set_can_hold(Damage damage)
            throws IOException {
        SplittableRandom random = new SplittableRandom(7);
        int leftAside = 0;
        for (int trial = 0; trial < 2 * TRIALS; trial++) {
            Files.write(snapshot, withChecksum(damage.of(whole, random)));
            DigestList.write(SnapshotFile.digestOf(snapshot), List.of(String.valueOf(snapshot.getFileName())));
            try {
                SnapshotChecks.require(read());
            } catch (IOException unusable) {
                leftAside++;
            }
        }
        assertTrue(leftAside > TRIALS, damage + ": " + leftAside);
    }

    @ParameterizedTest
    @EnumSource
    void a_damaged_digest_is_noticed_as_well(Damage damage) throws IOException {
        Path digest = SnapshotFile.digestOf(snapshot);
        byte[] written = Files.readAllBytes(digest);
        SplittableRandom random = new SplittableRandom(8);
        for (int trial = 0; trial < TRIALS; trial++) {
            byte[] damaged = damage.of(written, random);
            Files.write(digest, damaged);
            if (damaged.length == written.length - 1) {
                read(); // it lacks the end of its line alone
            } else {
                assertEquals(
                        "it is damaged",
                        assertThrows(IOException.class, this::read).getMessage());
            }
        }
        Files.delete(digest);
        assertEquals(
                "it was not finished: there is no " + digest.getFileName(),
                assertThrows(IOException.class, this::read).getMessage());
    }

    private LoadedData read() throws IOException {
        String key = String.valueOf(snapshot.getFileName()).replace(".snapshot", "");
        return SnapshotFile.read(snapshot, key, SOURCE, WatchRules.DEFAULTS);
    }

    private Loaded load() {
        return snapshots.load(folder.resolve("data"), SOURCE, WatchRules.DEFAULTS, Progress.SILENT);
    }

    private static byte[] withChecksum(byte[] bytes) {
        if (bytes.length >= Long.BYTES) {
            CRC32C checksum = new CRC32C();
            checksum.update(bytes, 0, bytes.length - Long.BYTES);
            ByteBuffer.wrap(bytes)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(bytes.length - Long.BYTES, checksum.getValue());
        }
        return bytes;
    }
}
