package dev.linger.features.affinity;

import dev.linger.features.history.DaySums;
import dev.linger.features.history.DecayedCounts;
import dev.linger.features.history.Shrinkage;

/**
 * The quantiles of an item's plays among plays of about the same duration: their mean and the share of high ones, of all
 * days and of the last {@value #RECENT_DAYS}, and a fading count of high ones. A recent figure is shrunk to that of all
 * days.
 */
final class DebiasedItems {
    static final int RECENT_DAYS = 3;

    private static final double HIGH_ABOVE = 0.8;
    private static final double HALF_LIFE_DAYS = 1;

    private final Shrinkage shrinkage;
    private final int[] plays;
    private final double[] quantileSum;
    private final int[] high;
    private final DaySums recentPlays;
    private final DaySums recentQuantiles;
    private final DaySums recentHigh;
    private final DecayedCounts fadingHigh;

    DebiasedItems(int itemCount, Shrinkage shrinkage) {
        this.shrinkage = shrinkage;
        this.plays = new int[itemCount];
        this.quantileSum = new double[itemCount];
        this.high = new int[itemCount];
        this.recentPlays = new DaySums(itemCount);
        this.recentQuantiles = new DaySums(itemCount);
        this.recentHigh = new DaySums(itemCount);
        this.fadingHigh = new DecayedCounts(itemCount, HALF_LIFE_DAYS);
    }

    void observe(int item, int day, double quantile) {
        plays[item]++;
        quantileSum[item] += quantile;
        recentPlays.add(item, day, 1);
        recentQuantiles.add(item, day, quantile);
        if (quantile > HIGH_ABOVE) {
            high[item]++;
            recentHigh.add(item, day, 1);
            fadingHigh.add(item, day);
        }
    }

    /** Writes mean and high share of all days, mean and high share of the last ones, and the fading count. */
    void write(int item, int asOfDay, float[] cells, int at) {
        double mean = shrinkage.mean(quantileSum[item], plays[item], DebiasedHistory.ORDINARY);
        double share = shrinkage.mean(high[item], plays[item], 1 - HIGH_ABOVE);
        double recent = recentPlays.before(item, asOfDay, RECENT_DAYS);
        cells[at] = (float) mean;
        cells[at + 1] = (float) share;
        cells[at + 2] = (float) shrinkage.mean(recentQuantiles.before(item, asOfDay, RECENT_DAYS), recent, mean);
        cells[at + 3] = (float) shrinkage.mean(recentHigh.before(item, asOfDay, RECENT_DAYS), recent, share);
        cells[at + 4] = (float) fadingHigh.at(item, asOfDay);
    }
}
