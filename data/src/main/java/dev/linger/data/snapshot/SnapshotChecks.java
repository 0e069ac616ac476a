package dev.linger.data.snapshot;

import dev.linger.data.AttributeColumn;
import dev.linger.data.DailyStat;
import dev.linger.data.DailyStats;
import dev.linger.data.Dataset;
import dev.linger.data.InteractionLog;
import dev.linger.data.ItemTable;
import dev.linger.data.LocalDays;
import dev.linger.data.WatchMatrix;
import dev.linger.data.source.DataReport;
import dev.linger.data.source.DataReport.InputFile;
import dev.linger.data.source.DataReport.RuleHit;
import dev.linger.data.source.LoadedData;
import dev.linger.data.source.LogStatistics;
import java.util.List;

/**
 * What holds of every data set that a source has read, beyond what the types themselves require. A violation is an
 * {@link IllegalArgumentException}.
 */
final class SnapshotChecks {
    private SnapshotChecks() {}

    static void require(LoadedData loaded) {
        Dataset dataset = loaded.dataset();
        log(dataset);
        columns(dataset.userTable().columns());
        columns(dataset.itemTable().columns());
        items(dataset.itemTable());
        dailyStats(dataset.dailyStats());
        WatchMatrix small = dataset.smallMatrix();
        if (small != null) {
            smallMatrix(small, dataset.userCount(), dataset.itemCount());
        }
        report(loaded.report(), dataset);
    }

    private static void log(Dataset dataset) {
        InteractionLog log = dataset.log();
        LocalDays days = new LocalDays(dataset.zone());
        require(log.size() > 0, "the log has no row", 0);
        for (int row = 0; row < log.size(); row++) {
            isIndex("user", log.user(row), dataset.userCount());
            isIndex("item", log.item(row), dataset.itemCount());
            require(log.playMillis(row) >= 0, "a play is below 0 at row", row);
            require(log.durationMillis(row) > 0, "a duration is not above 0 at row", row);
            require(log.day(row) == days.of(log.timestampMillis(row)), "a day is not that of the time at row", row);
        }
    }

    private static void columns(List<AttributeColumn> columns) {
        for (int at = 0; at < columns.size(); at++) {
            String name = columns.get(at).name();
            require(
                    columns.subList(0, at).stream()
                            .noneMatch(before -> before.name().equals(name)),
                    "two columns are called " + name + ", the second at",
                    at);
            if (columns.get(at) instanceof AttributeColumn.Category category) {
                ascend(category);
            } else if (columns.get(at) instanceof AttributeColumn.Numeric numeric) {
                for (float value : numeric.values()) {
                    require(!Float.isInfinite(value), "a number is infinite in the column", at);
                }
            }
        }
    }

    private static void ascend(AttributeColumn.Category category) {
        List<String> levels = category.levels();
        for (int level = 1; level < levels.size(); level++) {
            require(
                    levels.get(level - 1).compareTo(levels.get(level)) < 0,
                    "levels of " + category.name() + " do not ascend at",
                    level);
        }
    }

    private static void items(ItemTable items) {
        for (int item = 0; item < items.size(); item++) {
            float duration = items.durationMillis()[item];
            require(
                    Float.isNaN(duration) || (duration > 0 && !Float.isInfinite(duration)),
                    "a duration is not above 0 of item",
                    item);
            int before = -1;
            for (int tag : items.tags()[item]) {
                isIndex("tag", tag, items.tagCount());
                require(tag > before, "tags do not ascend of item", item);
                before = tag;
            }
        }
    }

    private static void dailyStats(DailyStats stats) {
        for (DailyStat stat : DailyStat.values()) {
            for (int row = 0; row < stats.size(); row++) {
                float value = stats.value(row, stat);
                require(
                        Float.isNaN(value) || (value >= 0 && !Float.isInfinite(value)),
                        "a daily total is below 0 or infinite at row",
                        row);
            }
        }
    }

    private static void smallMatrix(WatchMatrix small, int users, int items) {
        for (int row = 0; row < small.size(); row++) {
            isIndex("user", small.user()[row], users);
            isIndex("item", small.item()[row], items);
            require(small.durationMillis()[row] > 0, "a duration of the small matrix is not above 0 at row", row);
            double ratio = small.watchRatio()[row];
            require(
                    ratio >= 0 && !Double.isInfinite(ratio),
                    "a ratio of the small matrix is below 0 or infinite at row",
                    row);
            int byUser = row == 0 ? -1 : Integer.compare(small.user()[row - 1], small.user()[row]);
            require(
                    byUser < 0 || (byUser == 0 && small.item()[row - 1] < small.item()[row]),
                    "the small matrix is not sorted at row",
                    row);
        }
    }

    private static void report(DataReport report, Dataset dataset) {
        for (InputFile file : report.files()) {
            require(
                    file.bytes() >= 0 && file.rowsKept() >= 0 && file.rowsRead() >= file.rowsKept(),
                    "rows or bytes of " + file.name() + " cannot be",
                    file.rowsRead());
        }
        for (RuleHit hit : report.hits()) {
            require(
                    report.files().stream().anyMatch(file -> file.name().equals(hit.file())),
                    "a rule was hit in the unread file " + hit.file() + " so often:",
                    hit.rows());
            require(hit.rows() > 0, "hits of " + hit.rule().name() + " cannot be", hit.rows());
        }
        require(
                report.log().equals(LogStatistics.of(dataset.log(), dataset.userCount(), dataset.itemCount())),
                "the statistics are not those of the log, whose rows are",
                dataset.log().size());
    }

    private static void isIndex(String what, int index, int count) {
        if (index < 0 || index >= count) {
            throw new IllegalArgumentException("no " + what + " has the index " + index);
        }
    }

    private static void require(boolean holds, String otherwise, long number) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise + " " + number);
        }
    }
}
