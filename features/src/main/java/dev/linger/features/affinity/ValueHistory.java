package dev.linger.features.affinity;

import dev.linger.data.InteractionLog;
import dev.linger.features.DayTable;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureGroup;
import dev.linger.features.FeatureRequests;
import dev.linger.features.history.DaySums;
import dev.linger.features.history.Shrinkage;
import dev.linger.features.history.ShrunkMeans;
import java.util.Arrays;
import java.util.List;

/**
 * How all users watched what has the item's author, or its tags, before the as-of day: plays, mean watch ratio,
 * completion, and liked plays (ratio above 1) of the last {@value #LIKED_DAYS} days as ln(1 + count). Of an item with
 * several values it is the mean over them. Means are shrunk to those of all plays.
 */
public final class ValueHistory implements FeatureGroup {
    private static final int LIKED_DAYS = 3;

    private final ItemValues values;
    private final List<FeatureColumn> columns;
    private final ShrunkMeans means;
    private final DaySums liked;
    private final DayTable table;

    /** @param name of the value, with which its columns begin */
    public ValueHistory(String name, ItemValues values, Shrinkage shrinkage, double ratioCap) {
        this.values = values;
        String missing = "the item's " + name + " is not known";
        this.columns = List.of(
                FeatureColumn.numeric(name + "_plays", "1", missing),
                FeatureColumn.numeric(name + "_mean_ratio", "watch ratio", missing + ", or nothing played yet"),
                FeatureColumn.numeric(name + "_completion", "1", missing + ", or nothing played yet"),
                FeatureColumn.numeric(name + "_log_liked_" + LIKED_DAYS + "d", "ln(1 + plays)", missing));
        this.means = new ShrunkMeans(values.valueCount(), shrinkage, ratioCap);
        this.liked = new DaySums(values.valueCount(), 1);
        this.table = new DayTable(values.itemCount(), columns.size(), this::write);
    }

    @Override
    public List<FeatureColumn> columns() {
        return columns;
    }

    @Override
    public void observe(InteractionLog log, int from, int to) {
        int day = log.day(from);
        for (int row = from; row < to; row++) {
            int item = log.item(row);
            double ratio = log.watchRatio(row);
            means.observeAll(ratio);
            int end = values.first(item + 1);
            for (int at = values.first(item); at < end; at++) {
                means.observeOne(values.value(at), ratio);
                if (ratio > 1) {
                    liked.add(liked.today(values.value(at), day), 1);
                }
            }
        }
    }

    @Override
    public void startDay(int asOfDay) {
        table.startDay(asOfDay);
    }

    @Override
    public void fill(FeatureRequests requests, int from, int to, float[] cells, int offset, int stride) {
        table.copy(requests.item(), from, to, cells, offset, stride);
    }

    private void write(int item, int asOfDay, float[] cells, int offset) {
        double plays = 0;
        double ratio = 0;
        double completion = 0;
        double likes = 0;
        int begin = values.first(item);
        int end = values.first(item + 1);
        for (int at = begin; at < end; at++) {
            int value = values.value(at);
            plays += means.plays(value);
            ratio += means.meanRatio(value);
            completion += means.completion(value);
            likes += StrictMath.log1p(liked.before(value, 0, asOfDay, LIKED_DAYS));
        }
        if (begin == end) {
            Arrays.fill(cells, offset, offset + columns.size(), Float.NaN);
            return;
        }
        int count = end - begin;
        cells[offset] = (float) (plays / count);
        cells[offset + 1] = (float) (ratio / count);
        cells[offset + 2] = (float) (completion / count);
        cells[offset + 3] = (float) (likes / count);
    }
}
