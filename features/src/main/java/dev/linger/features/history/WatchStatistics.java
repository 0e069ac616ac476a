package dev.linger.features.history;

import dev.linger.data.duration.WatchRules;
import dev.linger.features.FeatureColumn;
import dev.linger.features.SharedCounts;
import dev.linger.features.StateColumns;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * All plays so far of each user or item: their number, and mean, median, completion, skip share and spread of their watch
 * ratios as if {@code priorPlays} plays that are spread like those of all had come before them.
 *
 * <p>The median is read from a histogram of {@value #BINS} equal bins of 0..ratioCap, straight within the bin, so it is
 * exact to ratioCap / {@value #BINS}. The spread is the standard deviation.
 */
final class WatchStatistics implements Statistics {
    private static final int BINS = 32;
    private static final int NEVER = Integer.MIN_VALUE;

    private final List<FeatureColumn> columns;
    private final Shrinkage shrinkage;
    private final WatchRules rules;
    private final ShrunkMeans means;
    private final int[] skipped;
    private final double[] squareSum;
    private final int[] histogram;
    private final int[] lastDay;
    private long allSkipped;
    private double allSquareSum;
    private final long[] allHistogram = new long[BINS];

    WatchStatistics(String name, int size, Shrinkage shrinkage, WatchRules rules) {
        this.columns = List.of(
                FeatureColumn.numeric(name + "_plays", "1", "never"),
                FeatureColumn.numeric(name + "_mean_ratio", "watch ratio", NOTHING_YET),
                FeatureColumn.numeric(name + "_median_ratio", "watch ratio", NOTHING_YET),
                FeatureColumn.numeric(name + "_completion", "1", NOTHING_YET),
                FeatureColumn.numeric(name + "_skip_rate", "1", NOTHING_YET),
                FeatureColumn.numeric(name + "_ratio_sd", "watch ratio", NOTHING_YET),
                FeatureColumn.numeric(name + "_days_since_last", "days", "not played yet"));
        this.shrinkage = shrinkage;
        this.rules = rules;
        this.means = new ShrunkMeans(size, shrinkage, rules);
        this.skipped = new int[size];
        this.squareSum = new double[size];
        this.histogram = new int[Math.multiplyExact(size, BINS)];
        this.lastDay = new int[size];
        Arrays.fill(lastDay, NEVER);
    }

    @Override
    public List<FeatureColumn> columns() {
        return columns;
    }

    @Override
    public void observe(Plays plays, int count, int day) {
        for (int play = 0; play < count; play++) {
            observe(plays.of(play), day, plays.ratio(play));
        }
    }

    private void observe(int of, int day, double ratio) {
        means.observe(of, ratio);
        double capped = rules.capped(ratio);
        squareSum[of] += capped * capped;
        allSquareSum += capped * capped;
        int bin = Math.min((int) (capped / rules.ratioCap() * BINS), BINS - 1);
        histogram[of * BINS + bin]++;
        allHistogram[bin]++;
        if (rules.isSkipped(ratio)) {
            skipped[of]++;
            allSkipped++;
        }
        lastDay[of] = day;
    }

    /** The means to which those of fewer plays are shrunk. */
    ShrunkMeans means() {
        return means;
    }

    double skipRate(int of) {
        return shrinkage.mean(skipped[of], means.plays(of), (double) allSkipped / means.allPlays());
    }

    @Override
    public void state(StateColumns columns) throws IOException {
        means.state(columns);
        columns.ints(skipped);
        columns.doubles(squareSum);
        columns.ints(histogram);
        columns.ints(lastDay);
        allSkipped = columns.number(allSkipped);
        allSquareSum = columns.number(allSquareSum);
        columns.longs(allHistogram);
    }

    @Override
    public void sharedOfAll(SharedCounts counts) {
        means.sharedOfAll(counts);
        allSkipped = counts.sum(allSkipped);
        allSquareSum = counts.sum(allSquareSum);
        counts.sums(allHistogram);
    }

    @Override
    public void sharedOfEach(SharedCounts counts) {
        means.sharedOfEach(counts);
        counts.sums(skipped);
        counts.sums(squareSum);
        counts.sums(histogram);
        counts.last(lastDay);
    }

    @Override
    public void write(int of, int asOfDay, float[] cells, int at) {
        cells[at] = means.plays(of);
        cells[at + 1] = (float) means.meanRatio(of);
        cells[at + 2] = (float) median(of);
        cells[at + 3] = (float) means.completion(of);
        cells[at + 4] = (float) skipRate(of);
        cells[at + 5] = (float) spread(of);
        cells[at + 6] = lastDay[of] == NEVER ? Float.NaN : asOfDay - lastDay[of];
    }

    private double spread(int of) {
        double mean = means.meanRatio(of);
        double meanSquare = shrinkage.mean(squareSum[of], means.plays(of), allSquareSum / means.allPlays());
        return Math.sqrt(Math.max(meanSquare - mean * mean, 0));
    }

    private double median(int of) {
        double priorShare = shrinkage.priorPlays() / means.allPlays();
        double half = (means.plays(of) + shrinkage.priorPlays()) / 2;
        double below = 0;
        for (int bin = 0; bin < BINS; bin++) {
            double inside = histogram[of * BINS + bin] + priorShare * allHistogram[bin];
            if (inside > 0 && below + inside >= half) {
                return (bin + (half - below) / inside) * rules.ratioCap() / BINS;
            }
            below += inside;
        }
        return Double.NaN;
    }
}
