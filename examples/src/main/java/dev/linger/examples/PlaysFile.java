package dev.linger.examples;

import dev.linger.data.DailyStats;
import dev.linger.data.Dataset;
import dev.linger.data.IdIndex;
import dev.linger.data.InputException;
import dev.linger.data.InteractionLog;
import dev.linger.data.InteractionLogBuilder;
import dev.linger.data.ItemTable;
import dev.linger.data.Progress;
import dev.linger.data.UserTable;
import dev.linger.data.config.Key;
import dev.linger.data.csv.CellText;
import dev.linger.data.csv.Cells;
import dev.linger.data.csv.SideTable;
import dev.linger.data.csv.SourceFile;
import dev.linger.data.duration.WatchRules;
import dev.linger.data.source.CleaningRule;
import dev.linger.data.source.DataReport;
import dev.linger.data.source.DataReport.Action;
import dev.linger.data.source.DataSize;
import dev.linger.data.source.DataSource;
import dev.linger.data.source.FileFindings;
import dev.linger.data.source.LoadedData;
import dev.linger.data.source.LogStatistics;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * A data set layout: one file plays.csv with a row per play, {@code user,item,play,duration,time}, all numbers whole and
 * times in milliseconds (since 1970-01-01 UTC). Nothing is known of users and items but their plays.
 */
public record PlaysFile(@Key(value = "time zone whose calendar makes the days", byDefault = "\"UTC\"") String zone)
        implements DataSource {
    private static final double MAX_BAD_SHARE = 0.01;
    private static final List<String> COLUMNS = List.of("user", "item", "play", "duration", "time");
    private static final CleaningRule BAD_ROW =
            new CleaningRule("bad-row", "A cell is no number >= 0.", CleaningRule.Meaning.UNREADABLE);
    private static final CleaningRule NO_DURATION =
            new CleaningRule("no-duration", "The duration is 0.", CleaningRule.Meaning.REMARKABLE);

    private static SourceFile file(Path directory) {
        return SourceFile.find(directory, "plays.csv")
                .orElseThrow(() -> new InputException(directory + " has no plays.csv"));
    }

    @Override
    public DataSize size(Path directory) {
        long rows = file(directory).estimatedRows();
        return new DataSize(rows, rows, rows, 0, 0);
    }

    @Override
    public Map<String, String> digests(Path directory, Progress progress) {
        return Map.of(file(directory).name(), file(directory).sha256(progress));
    }

    @Override
    public LoadedData read(Path directory, WatchRules watch, Progress progress) {
        FileFindings findings = new FileFindings(file(directory), List.of(BAD_ROW, NO_DURATION));
        SideTable table = SideTable.read(findings.file(), COLUMNS, Cells.SHORT, progress, findings::broken);
        findings.rowsRead(table.size());
        findings.reading(table.reading());
        long[][] rows = new long[table.size()][];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = checked(table, row, findings);
        }
        findings.check(MAX_BAD_SHARE, 0);
        Dataset dataset =
                dataset(Arrays.stream(rows).filter(row -> row.length > 0).toArray(long[][]::new));
        LogStatistics statistics = LogStatistics.of(dataset.log(), dataset.userCount(), dataset.itemCount());
        return new LoadedData(dataset, DataReport.of(List.of(BAD_ROW, NO_DURATION), List.of(findings), statistics));
    }

    /** The cells of a row, none where it is dropped. */
    private static long[] checked(SideTable table, int row, FileFindings findings) {
        long[] cells = COLUMNS.stream()
                .mapToLong(column -> CellText.whole(table.column(column).get(row)))
                .toArray();
        boolean bad = Arrays.stream(cells).anyMatch(cell -> cell < 0);
        if (bad || cells[3] == 0) {
            findings.hit(bad ? BAD_ROW : NO_DURATION, Action.DROPPED, table.line(row), "", () -> "");
            return new long[0];
        }
        return cells;
    }

    private Dataset dataset(long[][] rows) {
        IdIndex users = IdIndex.of("user", ids(rows, 0));
        IdIndex items = IdIndex.of("item", ids(rows, 1));
        InteractionLogBuilder log = new InteractionLogBuilder(ZoneId.of(zone), rows.length);
        for (long[] row : rows) {
            log.add(users.indexOf(row[0]), items.indexOf(row[1]), (int) row[2], (int) row[3], row[4]);
        }
        int size = items.size();
        int[] uploadDay = new int[size];
        Arrays.fill(uploadDay, ItemTable.UNKNOWN_DAY);
        float[] duration = new float[size];
        for (long[] row : rows) {
            duration[items.indexOf(row[1])] = row[3];
        }
        InteractionLog plays = log.build();
        return new Dataset(
                users,
                items,
                plays,
                new UserTable(users.size(), List.of()),
                new ItemTable(uploadDay, duration, List.of()),
                DailyStats.empty(size),
                null,
                ZoneId.of(zone));
    }

    private static LongStream ids(long[][] rows, int column) {
        return Arrays.stream(rows).mapToLong(row -> row[column]);
    }
}
