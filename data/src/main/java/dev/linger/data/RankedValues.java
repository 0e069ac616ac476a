package dev.linger.data;

import java.util.Arrays;

/**
 * The values that stand at given ranks once all are sorted, found without sorting all: values are counted by sign,
 * exponent and first 8 bits of the fraction, and of the part that holds a rank alone the values are sorted.
 */
public final class RankedValues {
    private static final int SHIFT = 44;

    /** So few are sorted sooner than they are counted. */
    private static final int FEW = 1 << 14;

    private RankedValues() {}

    /** The value at each rank, counted from 0; ranks never fall. */
    public static double[] of(double[] values, int... ranks) {
        return values.length <= FEW || ranks.length >= Character.MAX_VALUE
                ? bySorting(values, ranks)
                : byCounting(values, ranks);
    }

    private static double[] bySorting(double[] values, int... ranks) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return Arrays.stream(ranks).mapToDouble(rank -> sorted[rank]).toArray();
    }

    /** @param ranks fewer than a char can count */
    static double[] byCounting(double[] values, int... ranks) {
        int[] partEnd = new int[1 << (Long.SIZE - SHIFT)];
        for (double value : values) {
            partEnd[part(value)]++;
        }
        for (int part = 1; part < partEnd.length; part++) {
            partEnd[part] += partEnd[part - 1];
        }
        int[] parts = new int[ranks.length];
        char[] wanted = new char[partEnd.length];
        double[][] inParts = new double[ranks.length][];
        for (int at = 0; at < ranks.length; at++) {
            parts[at] = partOf(ranks[at], partEnd);
            if (wanted[parts[at]] == 0) {
                wanted[parts[at]] = (char) (at + 1);
                inParts[at] = new double[partEnd[parts[at]] - begin(parts[at], partEnd)];
            } else {
                inParts[at] = inParts[at - 1];
            }
        }
        collect(values, wanted, inParts);
        double[] found = new double[ranks.length];
        for (int at = 0; at < ranks.length; at++) {
            if (at == 0 || inParts[at] != inParts[at - 1]) {
                Arrays.sort(inParts[at]);
            }
            found[at] = inParts[at][ranks[at] - begin(parts[at], partEnd)];
        }
        return found;
    }

    /** @param wanted 1 more than the place of the values of a part, 0 where they are not wanted */
    private static void collect(double[] values, char[] wanted, double[][] inParts) {
        int[] sizes = new int[inParts.length];
        for (double value : values) {
            int place = wanted[part(value)] - 1;
            if (place >= 0) {
                inParts[place][sizes[place]++] = value;
            }
        }
    }

    private static int begin(int part, int[] partEnd) {
        return part == 0 ? 0 : partEnd[part - 1];
    }

    /** A number that never falls where values rise. */
    private static int part(double value) {
        long bits = Double.doubleToLongBits(value);
        long rising =
                bits ^ ((bits >> 63) | Long.MIN_VALUE); // a negative number has the greater bits the smaller it is
        return (int) (rising >>> SHIFT);
    }

    /** The first part that ends behind the rank. */
    private static int partOf(int rank, int[] partEnd) {
        int low = 0;
        int high = partEnd.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (partEnd[middle] > rank) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
