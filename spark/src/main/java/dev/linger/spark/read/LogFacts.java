package dev.linger.spark.read;

import dev.linger.data.LocalDays;
import dev.linger.data.source.LogStatistics;
import dev.linger.data.source.LogStatistics.Distribution;
import dev.linger.spark.plays.Histogram;
import dev.linger.spark.plays.PlayBlock;
import dev.linger.spark.plays.PlayRanks;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.BitSet;
import org.apache.spark.api.java.JavaRDD;

/**
 * What a log looks like, as numbers that add up over blocks of users.
 *
 * @param users how many users have each number of plays, from one on
 * @param items which were played
 * @param days on which something was played, since 1970-01-01
 * @param fullWatches plays that are as long as their videos, or longer
 */
record LogFacts(
        Histogram users,
        BitSet items,
        BitSet days,
        Histogram durations,
        long fullWatches,
        double leastRatio,
        double mostRatio)
        implements Serializable {
    private static final long serialVersionUID = 1;

    private static final double[] QUARTILES = {0.25, 0.5, 0.75};

    /**
     * The statistics of a log with at least one play, as {@link LogStatistics} has them; the mean of the watch ratios is made of
     * a sum a block.
     */
    static LogStatistics statistics(JavaRDD<PlayBlock> plays, ZoneId zone) {
        LogFacts facts = plays.map(block -> of(block, zone)).treeReduce(LogFacts::plus);
        long rows = facts.durations.count();
        double ratios = plays.map(LogFacts::ratios).collect().stream()
                .mapToDouble(sum -> sum)
                .reduce(0, Double::sum);
        double[] quartiles = Arrays.stream(PlayRanks.at(
                        plays,
                        new RatiosThrice(),
                        Arrays.stream(QUARTILES)
                                .mapToLong(p -> Distribution.place(rows, p))
                                .toArray()))
                .mapToDouble(Double::longBitsToDouble)
                .toArray();
        return new LogStatistics(
                rows,
                (int) facts.users.count(),
                facts.items.cardinality(),
                facts.days.cardinality(),
                facts.days.nextSetBit(0),
                facts.days.length() - 1,
                new Distribution(
                        ratios / rows, facts.leastRatio, quartiles[0], quartiles[1], quartiles[2], facts.mostRatio),
                (double) facts.fullWatches / rows,
                distribution(facts.durations),
                distribution(facts.users));
    }

    private static Distribution distribution(Histogram values) {
        long count = values.count();
        int[] at = values.at(
                0,
                Distribution.place(count, QUARTILES[0]),
                Distribution.place(count, QUARTILES[1]),
                Distribution.place(count, QUARTILES[2]),
                count - 1);
        return new Distribution((double) values.sum() / count, at[0], at[1], at[2], at[3], at[4]);
    }

    private static LogFacts of(PlayBlock block, ZoneId zone) {
        LocalDays localDays = new LocalDays(zone);
        BitSet items = new BitSet();
        BitSet days = new BitSet();
        int[] playsOf = new int[block.users()];
        long fullWatches = 0;
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int row = 0; row < block.size(); row++) {
            playsOf[block.user()[row]]++;
            items.set(block.item()[row]);
            days.set(localDays.of(block.timestampMillis()[row]));
            fullWatches += block.playMillis()[row] >= block.durationMillis()[row] ? 1 : 0;
            least = Math.min(least, block.watchRatio(row));
            most = Math.max(most, block.watchRatio(row));
        }
        int[] active = Arrays.stream(playsOf).filter(plays -> plays > 0).toArray();
        return new LogFacts(
                Histogram.of(active), items, days, Histogram.of(block.durationMillis()), fullWatches, least, most);
    }

    private LogFacts plus(LogFacts other) {
        return new LogFacts(
                users.plus(other.users),
                either(items, other.items),
                either(days, other.days),
                durations.plus(other.durations),
                fullWatches + other.fullWatches,
                Math.min(leastRatio, other.leastRatio),
                Math.max(mostRatio, other.mostRatio));
    }

    private static BitSet either(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.or(other);
        return both;
    }

    private static double ratios(PlayBlock block) {
        double sum = 0;
        for (int row = 0; row < block.size(); row++) {
            sum += block.watchRatio(row);
        }
        return sum;
    }

    /** All plays by their watch ratios, once for each quartile. */
    private static final class RatiosThrice implements PlayRanks.Sorted {
        private static final long serialVersionUID = 1;

        @Override
        public int group(PlayBlock block, int row) {
            return 0;
        }

        @Override
        public int groupEnd(PlayBlock block, int row) {
            return QUARTILES.length;
        }

        /** Ratios are never below 0, so their bits rise with them. */
        @Override
        public long value(PlayBlock block, int row) {
            return Double.doubleToLongBits(block.watchRatio(row));
        }
    }
}
