package dev.linger.spark.plays;

import java.io.Serializable;
import org.apache.spark.api.java.JavaRDD;

/**
 * The values of plays that stand at given places once all are sorted, exactly and without sorting: plays are counted by the
 * first 16 bits of their value, then, of those alone that share these bits with the wanted one, by the next 16, four times.
 */
public final class PlayRanks {
    private static final int BITS = 16;
    private static final int DIGITS = 1 << BITS;

    private PlayRanks() {}

    /** What is sorted: plays within groups, each by a number. */
    public interface Sorted extends Serializable {
        /** The group of a play, from 0; below 0 where it is not sorted at all. */
        int group(PlayBlock block, int row);

        /** One behind the last group, of a play that is in several which follow one another. */
        default int groupEnd(PlayBlock block, int row) {
            return group(block, row) + 1;
        }

        /** The number by which a play is sorted. */
        long value(PlayBlock block, int row);
    }

    /** All plays by their times, in milliseconds since 1970-01-01 UTC. */
    public static Sorted byTime() {
        return new Sorted() {
            private static final long serialVersionUID = 1;

            @Override
            public int group(PlayBlock block, int row) {
                return 0;
            }

            @Override
            public long value(PlayBlock block, int row) {
                return block.timestampMillis()[row];
            }
        };
    }

    /**
     * The value at a place of each group.
     *
     * @param places one a group, from 0, below the number of its plays
     */
    public static long[] at(JavaRDD<PlayBlock> blocks, Sorted sorted, long... places) {
        long[] known = new long[places.length];
        long[] left = places.clone();
        for (int shift = Long.SIZE - BITS; shift >= 0; shift -= BITS) {
            long[] prefixes = known.clone();
            int bits = shift;
            long[] counts =
                    blocks.map(block -> counts(block, sorted, prefixes, bits)).treeReduce(PlayRanks::plus);
            for (int group = 0; group < known.length; group++) {
                int digit = 0;
                while (left[group] >= counts[group * DIGITS + digit]) {
                    left[group] -= counts[group * DIGITS + digit++];
                }
                known[group] |= (long) digit << shift;
            }
        }
        for (int group = 0; group < known.length; group++) {
            known[group] ^= Long.MIN_VALUE;
        }
        return known;
    }

    /** How many plays of each group, that share their bits above the digit with its prefix, have each digit. */
    static long[] counts(PlayBlock block, Sorted sorted, long[] prefixes, int shift) {
        long[] counts = new long[Math.multiplyExact(prefixes.length, DIGITS)];
        for (int row = 0; row < block.user().length; row++) {
            int end = sorted.groupEnd(block, row);
            for (int group = Math.max(0, sorted.group(block, row)); group < end; group++) {
                long bits = sorted.value(block, row) ^ Long.MIN_VALUE; // as unsigned numbers are ordered
                boolean shares = shift + BITS == Long.SIZE || (bits ^ prefixes[group]) >>> (shift + BITS) == 0;
                counts[group * DIGITS + ((int) (bits >>> shift) & (DIGITS - 1))] += shares ? 1 : 0;
            }
        }
        return counts;
    }

    private static long[] plus(long[] one, long[] other) {
        long[] sum = one.clone();
        for (int digit = 0; digit < sum.length; digit++) {
            sum[digit] += other[digit];
        }
        return sum;
    }
}
