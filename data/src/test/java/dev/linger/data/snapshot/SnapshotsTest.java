package dev.linger.data.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.Id;
import dev.linger.data.Progress;
import dev.linger.data.duration.WatchRules;
import dev.linger.data.kuairec.KuaiRecFixture;
import dev.linger.data.kuairec.KuaiRecSource;
import dev.linger.data.plays.PlaysSource;
import dev.linger.data.plays.PlaysSource.IdKind;
import dev.linger.data.plays.PlaysSource.Unit;
import dev.linger.data.snapshot.Snapshots.Loaded;
import dev.linger.data.source.LoadedData;
import dev.linger.data.store.DigestList;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotsTest {
    private static final KuaiRecSource SOURCE = KuaiRecSource.DEFAULTS;

    @TempDir
    private static Path shared;

    private static Path data = Path.of("");
    private static LoadedData expected = null;

    private Path folder = Path.of("");
    private Snapshots snapshots = new Snapshots(folder);

    @BeforeAll
    static void generate() throws IOException {
        data = Files.createDirectory(shared.resolve("data"));
        KuaiRecFixture.withEveryFile(data);
        expected = SOURCE.read(data, WatchRules.DEFAULTS, Progress.SILENT);
    }

    @BeforeEach
    void begin(@TempDir Path own) {
        folder = own.resolve("snapshots");
        snapshots = new Snapshots(folder);
    }

    @Test
    void a_data_set_from_its_snapshot_equals_the_one_from_its_files_in_everything() throws IOException {
        Loaded first = load(WatchRules.DEFAULTS);
        assertEquals(List.of("data: from the files, kept for other runs as the snapshot " + snapshot()), first.notes());
        SameData.assertSame(expected, first.data());
        Loaded second = load(WatchRules.DEFAULTS);
        assertEquals(List.of("data: from the snapshot " + snapshot()), second.notes());
        SameData.assertSame(expected, second.data());
    }

    @Test
    void titles_flags_and_texts_that_are_ids_are_kept(@TempDir Path own) throws IOException {
        Path plays = own.resolve("plays.csv");
        Files.writeString(
                plays,
                """
                user,video,play,duration,time,title,liked
                1,two,9000,9000,1600000000,a,1
                1,🎬,9000,9000,1600000001,"b
                c",0
                """);
        PlaysSource source = new PlaysSource(
                "",
                new PlaysSource.Columns("", "", "", "", "", "", List.of("liked")),
                new PlaysSource.Units(Unit.AUTO, Unit.AUTO, Unit.AUTO),
                new PlaysSource.Ids(IdKind.AUTO, IdKind.AUTO),
                PlaysSource.Delimiter.AUTO,
                "UTC",
                true,
                86_400_000,
                1990,
                2099,
                0.01);
        LoadedData first = snapshots
                .load(plays, source, WatchRules.DEFAULTS, Progress.SILENT)
                .data();
        Loaded second = snapshots.load(plays, source, WatchRules.DEFAULTS, Progress.SILENT);
        assertTrue(second.notes().get(0).startsWith("data: from the snapshot"), second.notes()::toString);
        SameData.assertSame(first, second.data());
        assertEquals(Id.of("🎬"), second.data().dataset().items().id(1));
        assertEquals(List.of("liked"), second.data().dataset().log().flagNames());
        assertEquals(1, second.data().dataset().log().flags(0));
        assertEquals("b\nc", second.data().dataset().itemTable().titles().of(1));
    }

    @Test
    void a_data_set_without_a_small_matrix_is_kept_as_such(@TempDir Path own) throws IOException {
        Path less = copyOfData(own);
        Files.delete(less.resolve("small_matrix.csv"));
        Loaded first = snapshots.load(less, SOURCE, WatchRules.DEFAULTS, Progress.SILENT);
        Loaded second = snapshots.load(less, SOURCE, WatchRules.DEFAULTS, Progress.SILENT);
        assertTrue(second.notes().get(0).startsWith("data: from the snapshot"), second.notes()::toString);
        SameData.assertSame(first.data(), second.data());
    }

    @Test
    void one_byte_of_a_file_or_one_setting_makes_another_snapshot(@TempDir Path own) throws IOException {
        Path other = copyOfData(own);
        load(WatchRules.DEFAULTS);
        snapshots.load(other, SOURCE, WatchRules.DEFAULTS, Progress.SILENT); // the same bytes elsewhere
        assertEquals(1, files().size());
        Path tags = other.resolve("item_categories.csv");
        FileTime time = Files.getLastModifiedTime(tags);
        String text = Files.readString(tags);
        int digit = text.indexOf("[8");
        Files.writeString(tags, text.substring(0, digit) + "[7" + text.substring(digit + 2));
        Files.setLastModifiedTime(tags, time); // of equal size and time, yet other
        Loaded changed = snapshots.load(other, SOURCE, WatchRules.DEFAULTS, Progress.SILENT);
        assertTrue(changed.notes().get(0).startsWith("data: from the files"), changed.notes()::toString);
        assertEquals(2, files().size());
        load(cappedAt(4.0));
        assertEquals(3, files().size());
    }

    @Test
    void a_snapshot_with_any_bit_changed_is_said_to_be_damaged_and_written_again() throws IOException {
        load(WatchRules.DEFAULTS);
        byte[] whole = Files.readAllBytes(snapshot());
        SplittableRandom random = new SplittableRandom(4);
        for (int trial = 0; trial < 80; trial++) {
            byte[] damaged = whole.clone();
            int at = trial < 32 ? trial : trial < 48 ? whole.length - 1 - (trial - 32) : random.nextInt(whole.length);
            damaged[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(snapshot(), damaged);
            assertEquals("it is damaged", unusable());
        }
        Loaded loaded = load(WatchRules.DEFAULTS);
        assertEquals(
                "data: the snapshot " + snapshot() + " is left aside: it is damaged",
                loaded.notes().get(0));
        SameData.assertSame(expected, loaded.data());
        assertEquals(-1, Arrays.mismatch(whole, Files.readAllBytes(snapshot())));
    }

    @Test
    void a_snapshot_cut_short_or_with_more_behind_is_damaged() throws IOException {
        load(WatchRules.DEFAULTS);
        byte[] whole = Files.readAllBytes(snapshot());
        for (int length : new int[] {0, 1, 7, 8, 9, 20, whole.length / 2, whole.length - 8, whole.length - 1}) {
            Files.write(snapshot(), Arrays.copyOf(whole, length));
            assertEquals("it is damaged", unusable(), "of " + length + " bytes");
        }
        Files.write(snapshot(), Arrays.copyOf(whole, whole.length + 3));
        assertEquals("it is damaged", unusable());
    }

    @Test
    void a_whole_snapshot_of_another_format_or_key_is_left_aside() throws IOException {
        load(WatchRules.DEFAULTS);
        byte[] whole = Files.readAllBytes(snapshot());
        byte[] other = whole.clone();
        other[8]++; // the format follows the 8 bytes that say what the file is
        Files.write(snapshot(), withChecksum(other));
        DigestList.write(
                SnapshotFile.digestOf(snapshot()),
                List.of(String.valueOf(snapshot().getFileName())));
        assertEquals("it is of another format", unusable());
        other = whole.clone();
        other[8 + 4 + 4] ^= 1; // the key's text follows the format and its own length
        Files.write(snapshot(), withChecksum(other));
        DigestList.write(
                SnapshotFile.digestOf(snapshot()),
                List.of(String.valueOf(snapshot().getFileName())));
        assertEquals("it is of other files or settings", unusable());
    }

    @Test
    void the_snapshots_used_last_are_kept() throws IOException {
        for (int at = 0; at < Snapshots.KEPT; at++) {
            load(cappedAt(1 + at));
            setAge(files(), 60 - at);
        }
        List<Path> four = files();
        assertEquals(Snapshots.KEPT, four.size());
        load(cappedAt(1)); // used, so that the second is now the oldest
        load(cappedAt(9));
        Set<Path> left = new HashSet<>(files());
        assertEquals(Snapshots.KEPT, left.size());
        try (Stream<Path> all = Files.list(folder)) {
            assertEquals(2 * Snapshots.KEPT, all.count(), "each with its digest");
        }
        assertTrue(load(cappedAt(1)).notes().get(0).startsWith("data: from the snapshot"));
        assertTrue(load(cappedAt(9)).notes().get(0).startsWith("data: from the snapshot"));
        assertTrue(load(cappedAt(2)).notes().get(0).startsWith("data: from the files"));
    }

    @Test
    void a_folder_that_cannot_be_written_is_said_and_stops_nothing() throws IOException {
        Files.createFile(folder); // a file where the folder should be
        Loaded loaded = load(WatchRules.DEFAULTS);
        assertEquals(1, loaded.notes().size());
        assertTrue(
                loaded.notes().get(0).startsWith("data: from the files, no snapshot of it could be written: "),
                loaded.notes()::toString);
        SameData.assertSame(expected, loaded.data());
    }

    /** Where this fails because equal files are read as other data now, {@link SnapshotFile#FORMAT} is to be raised. */
    @Test
    void what_the_reader_makes_of_equal_files_has_not_changed_within_a_format(@TempDir Path own) throws IOException {
        KuaiRecFixture.withEveryFile(own);
        snapshots.load(own, SOURCE, WatchRules.DEFAULTS, Progress.SILENT);
        byte[] whole = Files.readAllBytes(snapshot());
        CRC32C checksum = new CRC32C();
        int key = 8 + 4 + 4 + 64; // the key holds the version of the time zones
        checksum.update(whole, key, whole.length - 8 - key);
        assertEquals(7, SnapshotFile.FORMAT);
        assertEquals("f306ee7a", Long.toHexString(checksum.getValue()));
    }

    private Loaded load(WatchRules watch) {
        return snapshots.load(data, SOURCE, watch, Progress.SILENT);
    }

    private String unusable() throws IOException {
        String key = snapshot().getFileName().toString().replace(".snapshot", "");
        try {
            SnapshotFile.read(snapshot(), key, SOURCE, WatchRules.DEFAULTS);
            return "it is whole";
        } catch (IOException unusable) {
            return unusable.getMessage();
        }
    }

    private static byte[] withChecksum(byte[] bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, 0, bytes.length - 8);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(bytes.length - 8, checksum.getValue());
        return bytes;
    }

    private static void setAge(List<Path> files, int minutes) throws IOException {
        for (Path file : files) {
            FileTime time = Files.getLastModifiedTime(file);
            if (time.toInstant().isAfter(Instant.now().minus(Duration.ofMinutes(1)))) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofMinutes(minutes))));
            }
        }
    }

    private Path snapshot() throws IOException {
        return files().get(0);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".snapshot"))
                    .sorted()
                    .toList();
        }
    }

    private static Path copyOfData(Path folder) throws IOException {
        Path copy = Files.createDirectory(folder.resolve("copy"));
        try (Stream<Path> files = Files.list(data)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        return copy;
    }

    private static WatchRules cappedAt(double ratioCap) {
        return new WatchRules(ratioCap, 1, 1, 0.2);
    }
}
