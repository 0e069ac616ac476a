package dev.linger.pipeline.evaluation;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** The items a system could have ranked, and how popular each was before the cut. */
public final class ItemUniverse {
    private final boolean[] known;
    private final boolean[] warm;
    private final int size;
    private final double[] popularityPercentile;

    private ItemUniverse(boolean[] known, boolean[] warm, int size, double[] popularityPercentile) {
        this.known = known;
        this.warm = warm;
        this.size = size;
        this.popularityPercentile = popularityPercentile;
    }

    /** The items with a play before the cut. */
    public static ItemUniverse ofPlayed(int[] playCounts) {
        return of(item -> playCounts[item] > 0, playCounts);
    }

    /**
     * The items marked as known.
     *
     * @param isKnown whether an item belongs to the universe
     * @param playCounts plays of each item before the cut
     */
    public static ItemUniverse of(IntPredicate isKnown, int[] playCounts) {
        boolean[] known = new boolean[playCounts.length];
        boolean[] warm = new boolean[playCounts.length];
        for (int item = 0; item < known.length; item++) {
            known[item] = isKnown.test(item);
            warm[item] = playCounts[item] > 0;
        }
        return of(known, warm, playCounts);
    }

    private static ItemUniverse of(boolean[] known, boolean[] warm, int[] playCounts) {
        int[] sorted = new int[known.length];
        int size = 0;
        for (int item = 0; item < known.length; item++) {
            if (known[item]) {
                sorted[size++] = playCounts[item];
            }
        }
        Arrays.sort(sorted, 0, size);
        double[] percentile = new double[known.length];
        for (int item = 0; item < known.length; item++) {
            int below = countBelow(sorted, size, playCounts[item]);
            int upTo = countBelow(sorted, size, playCounts[item] + 1L);
            percentile[item] = (below + upTo) / 2.0 / size;
        }
        return new ItemUniverse(known, warm, size, percentile);
    }

    /** The number of items in the universe. */
    public int size() {
        return size;
    }

    /** Whether the item belongs to the universe. */
    public boolean knows(int item) {
        return known[item];
    }

    /** Whether the item was played before the cut, in the universe or not; one that was not is cold. */
    public boolean isWarm(int item) {
        return warm[item];
    }

    /** The number of item indices, inside the universe or not. */
    public int itemCount() {
        return known.length;
    }

    /**
     * (items of the universe with fewer plays + half of those with as many) / size: near 1 for the most played item.
     */
    public double popularityPercentile(int item) {
        return popularityPercentile[item];
    }

    private static int countBelow(int[] sorted, int size, long bound) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < bound) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
