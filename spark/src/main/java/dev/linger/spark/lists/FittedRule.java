package dev.linger.spark.lists;

import dev.linger.data.duration.DurationBuckets;
import dev.linger.pipeline.evaluation.Relevance;
import dev.linger.pipeline.evaluation.RelevanceRule;
import dev.linger.spark.plays.Histogram;
import dev.linger.spark.plays.PlayBlock;
import dev.linger.spark.plays.PlayRanks;
import java.io.Serializable;
import java.util.Arrays;
import org.apache.spark.api.java.JavaRDD;

/**
 * A relevance rule with every threshold known, on its way to other machines.
 *
 * @param name of the rule
 * @param startMillis where its buckets of durations start
 * @param thresholds watch ratio above which a play of each bucket is relevant
 * @param inclusive whether a ratio equal to the threshold is relevant
 */
public record FittedRule(String name, int[] startMillis, double[] thresholds, boolean inclusive)
        implements Serializable {
    private static final long serialVersionUID = 1;

    /** The rule of a fixed threshold. */
    public static FittedRule of(RelevanceRule.RatioAbove rule) {
        return new FittedRule(rule.name(), new int[] {0}, new double[] {rule.threshold()}, rule.inclusive());
    }

    /** The rule of a percentile, fitted to the plays before an instant as {@link RelevanceRule.DurationDebiased} is. */
    public static FittedRule of(RelevanceRule.DurationDebiased rule, JavaRDD<PlayBlock> plays, long beforeMillis) {
        Histogram durations = plays.map(block -> durations(block, beforeMillis)).treeReduce(Histogram::plus);
        DurationBuckets buckets = DurationBuckets.startingAt(
                durations.at(DurationBuckets.startPlaces(durations.count(), rule.buckets())));
        long[] sizes = new long[buckets.count()];
        durations.counts().forEach((duration, count) -> sizes[buckets.of(duration)] += count);
        long[] ratios = PlayRanks.at(
                plays,
                new Ratios(buckets.startMillis(), beforeMillis),
                Arrays.stream(sizes).map(rule::place).toArray());
        return new FittedRule(
                rule.name(),
                buckets.startMillis(),
                Arrays.stream(ratios).mapToDouble(Double::longBitsToDouble).toArray(),
                false);
    }

    /** The same as rules of one machine are. */
    Relevance relevance() {
        return new Relevance.ByRatio(name, new DurationBuckets(startMillis), thresholds, inclusive);
    }

    private static Histogram durations(PlayBlock block, long beforeMillis) {
        int plays = 0;
        while (plays < block.size() && block.timestampMillis()[plays] < beforeMillis) {
            plays++;
        }
        return Histogram.of(Arrays.copyOf(block.durationMillis(), plays));
    }

    /** The plays before an instant by their watch ratios, within buckets of durations. */
    private record Ratios(int[] startMillis, long beforeMillis) implements PlayRanks.Sorted {
        private static final long serialVersionUID = 1;

        /** As {@link DurationBuckets#of(double)} says. */
        @Override
        public int group(PlayBlock block, int row) {
            if (block.timestampMillis()[row] >= beforeMillis) {
                return -1;
            }
            int at = Arrays.binarySearch(startMillis, block.durationMillis()[row]);
            return at >= 0 ? at : -at - 2;
        }

        /** Ratios are never below 0, so their bits rise with them. */
        @Override
        public long value(PlayBlock block, int row) {
            return Double.doubleToLongBits(block.watchRatio(row));
        }
    }
}
