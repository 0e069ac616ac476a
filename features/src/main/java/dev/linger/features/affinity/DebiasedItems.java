package dev.linger.features.affinity;

import dev.linger.features.DailyCells;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureRequests;
import dev.linger.features.SharedCounts;
import dev.linger.features.StateColumns;
import dev.linger.features.history.DaySums;
import dev.linger.features.history.DecayedCounts;
import dev.linger.features.history.Shrinkage;
import java.io.IOException;
import java.util.List;

/**
 * The quantiles of an item's plays among plays of about the same duration: their mean and the share of high ones, of all
 * days and of the last {@value #RECENT_DAYS}, and a fading count of high ones. A recent figure is shrunk to that of all
 * days.
 */
final class DebiasedItems extends DailyCells {
    static final int RECENT_DAYS = 3;

    private static final int PLAYS = 0;
    private static final int QUANTILE = 1;
    private static final int HIGH = 2;
    private static final double HIGH_ABOVE = 0.8;
    private static final double HALF_LIFE_DAYS = 1;

    private static final List<FeatureColumn> COLUMNS = List.of(
            FeatureColumn.numeric("item_quantile", "quantile", DebiasedHistory.NO_PLAYS),
            FeatureColumn.numeric("item_high_share", "1", DebiasedHistory.NO_PLAYS),
            FeatureColumn.numeric("item_quantile_3d", "quantile", DebiasedHistory.NO_PLAYS),
            FeatureColumn.numeric("item_high_share_3d", "1", DebiasedHistory.NO_PLAYS),
            FeatureColumn.numeric("item_high_decayed_1d", "1", "never"));

    private final Shrinkage shrinkage;
    private final int[] plays;
    private final double[] quantileSum;
    private final int[] high;
    private final DaySums recent;
    private final DecayedCounts fadingHigh;

    DebiasedItems(int itemCount, Shrinkage shrinkage) {
        super(FeatureRequests::item, itemCount, COLUMNS);
        this.shrinkage = shrinkage;
        this.plays = new int[itemCount];
        this.quantileSum = new double[itemCount];
        this.high = new int[itemCount];
        this.recent = new DaySums(itemCount, 3);
        this.fadingHigh = new DecayedCounts(itemCount, HALF_LIFE_DAYS);
    }

    /** Counts a play; days never fall. */
    void observe(int item, int day, double quantile) {
        plays[item]++;
        quantileSum[item] += quantile;
        int today = recent.today(item, day);
        recent.add(today + PLAYS, 1);
        recent.add(today + QUANTILE, quantile);
        if (quantile > HIGH_ABOVE) {
            high[item]++;
            recent.add(today + HIGH, 1);
            fadingHigh.add(item, day);
        }
    }

    @Override
    public void state(StateColumns columns) throws IOException {
        columns.ints(plays);
        columns.doubles(quantileSum);
        columns.ints(high);
        recent.state(columns);
        fadingHigh.state(columns);
    }

    @Override
    public void shared(SharedCounts counts) {
        counts.sums(plays);
        counts.sums(quantileSum);
        counts.sums(high);
        recent.shared(counts);
        fadingHigh.shared(counts);
    }

    @Override
    protected void write(int item, int asOfDay, float[] cells, int at) {
        double mean = shrinkage.mean(quantileSum[item], plays[item], DebiasedHistory.ORDINARY);
        double share = shrinkage.mean(high[item], plays[item], 1 - HIGH_ABOVE);
        double recentPlays = recent.before(item, PLAYS, asOfDay, RECENT_DAYS);
        cells[at] = (float) mean;
        cells[at + 1] = (float) share;
        cells[at + 2] = (float) shrinkage.mean(recent.before(item, QUANTILE, asOfDay, RECENT_DAYS), recentPlays, mean);
        cells[at + 3] = (float) shrinkage.mean(recent.before(item, HIGH, asOfDay, RECENT_DAYS), recentPlays, share);
        cells[at + 4] = (float) fadingHigh.at(item, asOfDay);
    }
}
