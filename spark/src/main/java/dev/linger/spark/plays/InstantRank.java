package dev.linger.spark.plays;

import org.apache.spark.api.java.JavaRDD;

/**
 * The time of the play that stands at a place in the order of time, exactly and without sorting: plays are counted by the
 * first 16 bits of their time, then, of those alone that share these bits with the wanted one, by the next 16, four times.
 */
public final class InstantRank {
    private static final int BITS = 16;
    private static final int DIGITS = 1 << BITS;

    private InstantRank() {}

    /**
     * The time at a place.
     *
     * @param place from 0, below the number of plays
     * @return milliseconds since 1970-01-01 UTC
     */
    public static long at(JavaRDD<PlayBlock> blocks, long place) {
        long known = 0;
        long left = place;
        for (int shift = Long.SIZE - BITS; shift >= 0; shift -= BITS) {
            long prefix = known;
            int bits = shift;
            long[] counts = blocks.map(block -> counts(block.timestampMillis(), prefix, bits))
                    .treeReduce(InstantRank::plus);
            int digit = 0;
            while (left >= counts[digit]) {
                left -= counts[digit++];
            }
            known |= (long) digit << shift;
        }
        return signed(known);
    }

    /** How many times that share their bits above the digit with the prefix have each digit. */
    static long[] counts(long[] times, long prefix, int shift) {
        long[] counts = new long[DIGITS];
        for (long time : times) {
            long bits = unsigned(time);
            boolean shares = shift + BITS == Long.SIZE || bits >>> (shift + BITS) == prefix >>> (shift + BITS);
            if (shares) {
                counts[(int) (bits >>> shift) & (DIGITS - 1)]++;
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

    /** In the order of unsigned numbers: times before 1970 first. */
    private static long unsigned(long time) {
        return time ^ Long.MIN_VALUE;
    }

    private static long signed(long bits) {
        return bits ^ Long.MIN_VALUE;
    }
}
