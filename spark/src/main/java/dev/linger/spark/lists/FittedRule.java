package dev.linger.spark.lists;

import dev.linger.data.duration.DurationBuckets;
import dev.linger.pipeline.evaluation.Relevance;
import dev.linger.pipeline.evaluation.RelevanceRule;
import dev.linger.spark.plays.PlayBlock;
import dev.linger.spark.plays.PlayRanks;
import java.io.Serializable;
import java.util.Arrays;
import java.util.TreeMap;
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
        TreeMap<Integer, Long> durations =
                plays.map(block -> durations(block, beforeMillis)).treeReduce(FittedRule::plus);
        long all = durations.values().stream().mapToLong(count -> count).sum();
        DurationBuckets buckets =
                DurationBuckets.startingAt(at(durations, DurationBuckets.startPlaces(all, rule.buckets())));
        long[] sizes = new long[buckets.count()];
        durations.forEach((duration, count) -> sizes[buckets.of(duration)] += count);
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

    /** How many plays each duration has. */
    private static TreeMap<Integer, Long> durations(PlayBlock block, long beforeMillis) {
        TreeMap<Integer, Long> counts = new TreeMap<>();
        for (int row = 0; row < block.user().length && block.timestampMillis()[row] < beforeMillis; row++) {
            counts.merge(block.durationMillis()[row], 1L, Long::sum);
        }
        return counts;
    }

    private static TreeMap<Integer, Long> plus(TreeMap<Integer, Long> one, TreeMap<Integer, Long> other) {
        TreeMap<Integer, Long> sum = new TreeMap<>(one);
        other.forEach((duration, count) -> sum.merge(duration, count, Long::sum));
        return sum;
    }

    /** The durations at places of all plays sorted by duration; the places never fall. */
    private static int[] at(TreeMap<Integer, Long> counts, long[] places) {
        int[] found = new int[places.length];
        int next = 0;
        long passed = 0;
        for (var duration : counts.entrySet()) {
            passed += duration.getValue();
            while (next < places.length && places[next] < passed) {
                found[next++] = duration.getKey();
            }
        }
        return found;
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
            return Double.doubleToLongBits((double) block.playMillis()[row] / block.durationMillis()[row]);
        }
    }
}
