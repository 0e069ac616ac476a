package dev.linger.data.kuairec.tables;

import dev.linger.data.DailyStat;
import dev.linger.data.DailyStats;
import dev.linger.data.IdIndex;
import dev.linger.data.RowOrder;
import dev.linger.data.csv.CellKind;
import dev.linger.data.csv.CellText;
import dev.linger.data.csv.TextColumn;
import dev.linger.data.kuairec.files.KuaiRecRules;
import dev.linger.data.source.CleaningRule;
import dev.linger.data.source.DataReport.Action;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * item_daily_features.csv with one row left a (video, day): the one with most shows, then most plays, then the first in
 * the file.
 */
public final class DailyTable {
    /** Sums of milliseconds and a mean share; all else counts shows, plays and users. */
    private static final Set<DailyStat> MEASURES =
            EnumSet.of(DailyStat.PLAY_DURATION, DailyStat.PLAY_PROGRESS, DailyStat.COMMENT_STAY_DURATION);

    /** The statistics, and what their cells are. */
    public static final Map<String, CellKind> NUMBERS = Arrays.stream(DailyStat.values())
            .collect(Collectors.toUnmodifiableMap(
                    DailyStat::column,
                    stat -> MEASURES.contains(stat) ? CellKind.DECIMAL : CellKind.WHOLE_OR_ZERO_FRACTION));

    private final KeyedTable rows;
    private final int itemCount;
    private final int[] item;
    private final int[] day;
    private final Map<DailyStat, float[]> cells = new EnumMap<>(DailyStat.class);
    private final int[] kept;

    public DailyTable(KeyedTable rows, IdIndex items) {
        this.rows = rows;
        this.itemCount = items.size();
        this.item = rows.indexOfRow(items, KuaiRecRules.UNKNOWN_VIDEO);
        this.day = days();
        int[] everyRow = IntStream.range(0, item.length).toArray();
        AttributeCells columns = new AttributeCells(rows.table(), everyRow, item.length, rows.findings());
        for (DailyStat stat : DailyStat.values()) {
            boolean isCount = !MEASURES.contains(stat);
            cells.put(stat, isCount ? columns.counts(stat.column()) : columns.measures(stat.column()));
        }
        this.kept = withoutRepeats();
        rows.findings().kept(kept.length);
    }

    private int[] days() {
        int[] days = new int[item.length];
        TextColumn dates = rows.table().column("date");
        int[] dayOfText = dates.texts().stream().mapToInt(CellText::day).toArray();
        for (int row = 0; row < days.length; row++) {
            String text = dates.get(row);
            days[row] = dayOfText[dates.number(row)];
            if (item[row] >= 0 && days[row] == CellText.BAD_DAY) {
                rows.findings()
                        .hit(KuaiRecRules.BAD_CELL, Action.DROPPED, rows.table().line(row), "date", () -> text);
                item[row] = IdIndex.UNKNOWN;
            }
        }
        return days;
    }

    /** The rows that are left, sorted by (item, day). */
    private int[] withoutRepeats() {
        int[] order = Arrays.stream(new RowOrder(item.length)
                        .by(descending(DailyStat.PLAY_CNT), 0)
                        .by(descending(DailyStat.SHOW_CNT), 0)
                        .by(day, 0)
                        .by(item, 0)
                        .rows())
                .filter(row -> item[row] >= 0)
                .toArray();
        int size = 0;
        int disagreeing = -1; // the kept row whose disagreement is counted already
        for (int row : order) {
            int first = size == 0 ? -1 : order[size - 1];
            if (first < 0 || item[first] != item[row] || day[first] != day[row]) {
                order[size++] = row;
                continue;
            }
            merge(row, KuaiRecRules.REPEATED_DAY, Action.MERGED);
            if (disagreeing != first && !sameCounts(first, row)) {
                merge(row, KuaiRecRules.REPEATED_DAY_DISAGREES, Action.KEPT);
                disagreeing = first;
            }
        }
        return Arrays.copyOf(order, size);
    }

    /** Keys that rise where counts, which are not below 0, fall; of a missing one the last. */
    private int[] descending(DailyStat stat) {
        float[] counts = values(stat);
        int[] keys = new int[counts.length];
        for (int row = 0; row < keys.length; row++) {
            keys[row] = Float.isNaN(counts[row]) ? 1 : -Float.floatToIntBits(counts[row]);
        }
        return keys;
    }

    private boolean sameCounts(int a, int b) {
        return cells.values().stream().allMatch(column -> Float.compare(column[a], column[b]) == 0);
    }

    private void merge(int row, CleaningRule rule, Action action) {
        rows.findings()
                .hit(
                        rule,
                        action,
                        rows.table().line(row),
                        "date",
                        () -> "video " + rows.ids()[row] + ", "
                                + rows.table().column("date").get(row));
    }

    /** The counts by (item, day). */
    public DailyStats stats() {
        Map<DailyStat, float[]> values = new EnumMap<>(DailyStat.class);
        for (DailyStat stat : DailyStat.values()) {
            float[] column = values(stat);
            float[] left = new float[kept.length];
            for (int at = 0; at < kept.length; at++) {
                left[at] = column[kept[at]];
            }
            values.put(stat, left);
        }
        int[] itemOfKept = Arrays.stream(kept).map(row -> item[row]).toArray();
        int[] dayOfKept = Arrays.stream(kept).map(row -> day[row]).toArray();
        return new DailyStats(itemCount, itemOfKept, dayOfKept, values);
    }

    /** The attributes on each video's earliest day. */
    AttributeCells earliest() {
        int[] indexOfRow = new int[item.length];
        Arrays.fill(indexOfRow, IdIndex.UNKNOWN);
        for (int at = 0; at < kept.length; at++) {
            if (at == 0 || item[kept[at - 1]] != item[kept[at]]) {
                indexOfRow[kept[at]] = item[kept[at]];
            }
        }
        return new AttributeCells(rows.table(), indexOfRow, itemCount, rows.findings());
    }

    private float[] values(DailyStat stat) {
        float[] column = cells.get(stat);
        if (column == null) {
            throw new IllegalStateException("no column " + stat);
        }
        return column;
    }
}
