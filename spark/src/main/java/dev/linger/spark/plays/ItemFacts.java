package dev.linger.spark.plays;

import java.io.Serializable;
import java.util.Arrays;

/**
 * What is known of items before an instant, as counts that add up over blocks of users.
 *
 * @param plays how many there are
 * @param last the time of the last of them, in milliseconds since 1970-01-01 UTC; the lowest number where there is none
 * @param playsOf by item, how often it was played
 * @param firstOf by item, when it was first played; the highest number where it never was
 */
public record ItemFacts(long plays, long last, int[] playsOf, long[] firstOf) implements Serializable {
    private static final long serialVersionUID = 1;

    /** The facts of one block before an instant. */
    public static ItemFacts of(PlayBlock block, int itemCount, long beforeMillis) {
        int[] playsOf = new int[itemCount];
        long[] firstOf = new long[itemCount];
        Arrays.fill(firstOf, Long.MAX_VALUE);
        long last = Long.MIN_VALUE;
        int row = 0;
        for (; row < block.item().length && block.timestampMillis()[row] < beforeMillis; row++) {
            int item = block.item()[row];
            last = block.timestampMillis()[row];
            firstOf[item] = playsOf[item]++ == 0 ? last : firstOf[item];
        }
        return new ItemFacts(row, last, playsOf, firstOf);
    }

    /** Those of two blocks together. */
    public ItemFacts plus(ItemFacts other) {
        int[] playsOfBoth = playsOf.clone();
        long[] firstOfBoth = firstOf.clone();
        for (int item = 0; item < playsOfBoth.length; item++) {
            playsOfBoth[item] += other.playsOf[item];
            firstOfBoth[item] = Math.min(firstOfBoth[item], other.firstOf[item]);
        }
        return new ItemFacts(plays + other.plays, Math.max(last, other.last), playsOfBoth, firstOfBoth);
    }
}
