package dev.linger.pipeline.evaluation;

import java.util.Arrays;

/** The items a system could have ranked, and how popular each was before the cut. */
public final class ItemUniverse {
    private final boolean[] known;
    private final int size;
    private final double[] popularityPercentile;

    private ItemUniverse(boolean[] known, int size, double[] popularityPercentile) {
        this.known = known;
        this.size = size;
        this.popularityPercentile = popularityPercentile;
    }

    /** The items with a play before the cut. */
    public static ItemUniverse ofPlayed(int[] playCounts) {
        boolean[] known = new boolean[playCounts.length];
        for (int item = 0; item < known.length; item++) {
            known[item] = playCounts[item] > 0;
        }
        return of(known, playCounts);
    }

    /**
     * The items marked as known.
     *
     * @param known whether each item belongs to the universe, by item index
     * @param playCounts plays of each item before the cut
     */
    public static ItemUniverse of(boolean[] known, int[] playCounts) {
        if (known.length != playCounts.length) {
            throw new IllegalArgumentException(known.length + " items but " + playCounts.length + " play counts");
        }
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
        return new ItemUniverse(known.clone(), size, percentile);
    }

    /** The number of items in the universe. */
    public int size() {
        return size;
    }

    /** Whether the item belongs to the universe: warm if it does, cold if not. */
    public boolean knows(int item) {
        return known[item];
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
