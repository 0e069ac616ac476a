package dev.linger.data.source;

import java.util.Arrays;

/**
 * The values that stand at given ranks once all are sorted, found without sorting all: values are counted by sign,
 * exponent and first 8 bits of the fraction, and of the part that holds a rank alone the values are sorted.
 */
final class RankedValues {
    private static final int SHIFT = 44;

    private RankedValues() {}

    /** The value at each rank, counted from 0. */
    static double[] of(double[] values, int... ranks) {
        int[] partEnd = new int[1 << (Long.SIZE - SHIFT)];
        for (double value : values) {
            partEnd[part(value)]++;
        }
        for (int part = 1; part < partEnd.length; part++) {
            partEnd[part] += partEnd[part - 1];
        }
        double[] found = new double[ranks.length];
        for (int at = 0; at < ranks.length; at++) {
            int part = partOf(ranks[at], partEnd);
            int begin = part == 0 ? 0 : partEnd[part - 1];
            double[] inPart = valuesOf(part, partEnd[part] - begin, values);
            found[at] = inPart[ranks[at] - begin];
        }
        return found;
    }

    /** A number that never falls where values rise. */
    private static int part(double value) {
        long bits = Double.doubleToLongBits(value);
        long rising =
                bits ^ ((bits >> 63) | Long.MIN_VALUE); // a negative number has the greater bits the smaller it is
        return (int) (rising >>> SHIFT);
    }

    private static int partOf(int rank, int[] partEnd) {
        int part = 0;
        while (partEnd[part] <= rank) {
            part++;
        }
        return part;
    }

    private static double[] valuesOf(int part, int count, double[] values) {
        double[] inPart = new double[count];
        int size = 0;
        for (double value : values) {
            if (part(value) == part) {
                inPart[size++] = value;
            }
        }
        Arrays.sort(inPart);
        return inPart;
    }
}
