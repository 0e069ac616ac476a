package dev.linger.data.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.InputException;
import dev.linger.data.Progress;
import dev.linger.data.duration.WatchRules;
import dev.linger.data.snapshot.SameData;
import dev.linger.data.snapshot.Snapshots;
import dev.linger.data.source.DataReport.Action;
import dev.linger.data.source.DataReport.InputFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every layout promises; a test of a layout says how a small data set of it is written and damaged. */
public abstract class DataSourceContract {
    @TempDir
    private Path root;

    private Path folder = Path.of("");
    private DataSource source = null;

    /** The layout as it is configured by default. */
    protected abstract DataSource source();

    /** Writes a small data set with every file there can be, and some rows that rules drop. */
    protected abstract void write(Path directory) throws IOException;

    /** The file that holds the plays. */
    protected abstract String log();

    @BeforeEach
    void writeFiles() throws IOException {
        folder = Files.createDirectory(root.resolve("data"));
        source = source();
        write(folder);
    }

    @Test
    void the_size_told_before_reading_is_that_of_the_file() {
        DataSize size = source.size(folder);
        assertEquals(file(read(), log()).rowsRead(), size.plays());
        assertTrue(size.users() > 0 && size.videos() > 0, size::toString);
    }

    @Test
    void rows_read_are_rows_kept_and_rows_that_a_rule_dropped() {
        DataReport report = read().report();
        for (InputFile file : report.files()) {
            long dropped = report.hits().stream()
                    .filter(hit -> hit.file().equals(file.name()))
                    .filter(hit -> hit.action() == Action.DROPPED || hit.action() == Action.MERGED)
                    .mapToLong(DataReport.RuleHit::rows)
                    .sum();
            assertEquals(file.rowsRead(), file.rowsKept() + dropped, file.name());
        }
        assertTrue(report.hits().stream().anyMatch(hit -> hit.action() == Action.DROPPED), "some row is dropped");
        assertTrue(report.rules().containsAll(report.rulesThatHit()));
    }

    @Test
    void the_log_has_the_rows_that_were_kept_and_days_of_the_zone() {
        LoadedData data = read();
        assertEquals(file(data, log()).rowsKept(), data.dataset().log().size());
        assertEquals(data.dataset().log().size(), data.report().log().rows());
        assertEquals(source.zone(), data.dataset().zone().getId());
    }

    @Test
    void digests_are_those_of_the_report() {
        Map<String, String> ofReport =
                read().report().files().stream().collect(Collectors.toMap(InputFile::name, InputFile::sha256));
        assertEquals(new TreeMap<>(ofReport), new TreeMap<>(source.digests(folder, Progress.SILENT)));
    }

    @Test
    void reading_twice_and_from_a_snapshot_gives_the_same() {
        LoadedData once = read();
        SameData.assertSame(once, read());
        Snapshots snapshots = new Snapshots(root.resolve("snapshots"));
        SameData.assertSame(
                once,
                snapshots
                        .load(folder, source, WatchRules.DEFAULTS, Progress.SILENT)
                        .data());
        Snapshots.Loaded again = snapshots.load(folder, source, WatchRules.DEFAULTS, Progress.SILENT);
        assertTrue(again.notes().get(0).startsWith("data: from the snapshot"), again.notes()::toString);
        SameData.assertSame(once, again.data());
    }

    @Test
    void equal_settings_are_equal_records() {
        assertTrue(source.getClass().isRecord(), source.getClass()::getName);
        assertEquals(source().toString(), source.toString());
    }

    @Test
    void a_file_of_plays_that_cannot_be_read_is_told_with_file_and_line() throws IOException {
        Path log = folder.resolve(log());
        List<String> lines = Files.readAllLines(log);
        try (Stream<String> damaged = lines.stream().map(line -> line.replaceAll("[0-9]", "x"))) {
            Files.write(
                    log, Stream.concat(Stream.of(lines.get(0)), damaged.skip(1)).toList());
        }
        String message = assertThrows(InputException.class, this::read).getMessage();
        assertTrue(message.contains(log() + ":2"), message);
    }

    @Test
    void a_missing_file_of_plays_and_a_missing_directory_are_told() throws IOException {
        Files.delete(folder.resolve(log()));
        for (Path directory : List.of(folder, root.resolve("nowhere"))) {
            String expected = directory == folder ? log() : "nowhere";
            for (Runnable use : List.<Runnable>of(
                    () -> source.size(directory),
                    () -> source.digests(directory, Progress.SILENT),
                    () -> source.read(directory, WatchRules.DEFAULTS, Progress.SILENT))) {
                String message = assertThrows(InputException.class, use::run).getMessage();
                assertTrue(message.contains(expected), message);
            }
        }
    }

    private LoadedData read() {
        return source.read(folder, WatchRules.DEFAULTS, Progress.SILENT);
    }

    private static InputFile file(LoadedData data, String name) {
        return data.report().files().stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
