package dev.linger.ranker.trees;

import java.util.Arrays;

/**
 * The values of one column in classes that no split of some trees tells apart. Classes are numbered from 0 by rising value;
 * the last is that of missing cells.
 */
final class ColumnClasses {
    /**
     * {@link #orderKey} of the largest value of each class but the last, rising; behind them keys that no cell exceeds, up to
     * one less than a power of two.
     */
    private final int[] ends;

    private final int count;

    private ColumnClasses(int[] ends, int count) {
        this.ends = ends;
        this.count = count;
    }

    /** The number of classes, that of missing cells among them. */
    int count() {
        return count;
    }

    /** A value of a class. */
    float valueOf(int number) {
        return number == count - 1 ? Float.NaN : valueOfKey(ends[number]);
    }

    /**
     * Writes the classes of {@code values[first]}, {@code values[first + stride]}, ... Rows of one list have the same user, so
     * that many a cell is equal to the one above it, and has its class.
     */
    void classify(float[] values, int first, int stride, int rows, char[] classes) {
        int bits = 0;
        char number = numberOf(0);
        for (int row = 0; row < rows; row++) {
            float value = values[first + row * stride];
            if (Float.floatToRawIntBits(value) != bits) {
                bits = Float.floatToRawIntBits(value);
                number = numberOf(value);
            }
            classes[row] = number;
        }
    }

    private char numberOf(float value) {
        int key = orderKey(value);
        int number = 0;
        for (int step = (ends.length + 1) / 2; step > 0; step >>= 1) {
            number += ends[number + step - 1] < key ? step : 0;
        }
        return (char) number;
    }

    /** Whole numbers in the order of the values; -0.0 is 0.0 and NaN above all others. */
    private static int orderKey(float value) {
        int bits = Float.floatToIntBits(value + 0f);
        return bits ^ (bits >> 31 & Integer.MAX_VALUE);
    }

    private static float valueOfKey(int key) {
        return Float.intBitsToFloat(key ^ (key >> 31 & Integer.MAX_VALUE));
    }

    /** Finds the values after which the answer of a split on the column can change. */
    static final class Builder {
        private int[] ends = new int[16];
        private int size;
        private long levels;

        void add(Tree tree, int node) {
            if (tree.isCategorySplit(node)) {
                levels = Math.max(levels, tree.levelBound(node));
                return;
            }
            addEnd(largestUpTo(tree.threshold()[node]));
            if (tree.takesZeroForMissing(node)) {
                addEnd(Math.nextDown(-Tree.ZERO_BOUND));
                addEnd(Tree.ZERO_BOUND);
            }
        }

        /** No fewer than there will be. */
        long mostClasses() {
            return size + levels + 3;
        }

        ColumnClasses build() {
            addLevels();
            addEnd(Float.POSITIVE_INFINITY);
            Arrays.sort(ends, 0, size);
            int distinct = 0;
            for (int at = 0; at < size; at++) {
                if (at == 0 || ends[at] != ends[at - 1]) {
                    ends[distinct++] = ends[at];
                }
            }
            int[] padded = Arrays.copyOf(ends, 2 * Integer.highestOneBit(distinct) - 1);
            Arrays.fill(padded, distinct, padded.length, Integer.MAX_VALUE);
            return new ColumnClasses(padded, distinct + 1);
        }

        /** A level is a value without its fraction, so level 0 goes from above -1 to below 1. */
        private void addLevels() {
            if (levels > 0) {
                addEnd(-1);
            }
            for (int level = 1; level <= levels; level++) {
                addEnd(Math.nextDown((float) level));
            }
        }

        private void addEnd(float end) {
            if (size == ends.length) {
                ends = Arrays.copyOf(ends, 2 * size);
            }
            ends[size++] = orderKey(end);
        }

        /** A float is at most the bound exactly where it is at most this one. */
        private static float largestUpTo(double bound) {
            float nearest = (float) bound;
            return nearest > bound ? Math.nextDown(nearest) : nearest;
        }
    }
}
