package dev.linger.pipeline.evaluation.pointwise;

import java.util.Arrays;

/**
 * The share of pairs of plays that the predictions order as the labels do.
 *
 * <pre>
 * XAUC = sum over pairs with label_i &lt; label_j of [prediction_i &lt; prediction_j] + [prediction_i = prediction_j] / 2
 *        / number of such pairs
 * </pre>
 *
 * Pairs with equal labels are left out, equal predictions count one half; with labels 0 and 1 it is the AUC. A constant
 * prediction has 0.5. Counted exactly, in whole numbers, in O(n log n).
 */
public final class Xauc {
    private Xauc() {}

    /** The XAUC of parallel arrays; NaN where no two labels differ. */
    public static double of(double[] predictions, double[] labels) {
        if (predictions.length != labels.length) {
            throw new IllegalArgumentException(predictions.length + " predictions but " + labels.length + " labels");
        }
        int[] predictionRanks = DenseRanks.of(predictions);
        long[] byLabel = packed(DenseRanks.of(labels), predictionRanks);
        Arrays.sort(byLabel);
        long[] counts = new long[predictionRanks.length + 1];
        long pairs = 0;
        long twiceInOrder = 0;
        int end;
        for (int begin = 0; begin < byLabel.length; begin = end) {
            end = begin;
            // The tree holds the rows of smaller labels alone while the rows of one label ask.
            while (end < byLabel.length && label(byLabel[end]) == label(byLabel[begin])) {
                int rank = (int) byLabel[end++];
                twiceInOrder += countBelow(counts, rank) + countBelow(counts, rank + 1);
            }
            pairs += (long) begin * (end - begin);
            for (int row = begin; row < end; row++) {
                add(counts, (int) byLabel[row]);
            }
        }
        return twiceInOrder / 2.0 / pairs;
    }

    private static long[] packed(int[] high, int[] low) {
        long[] packed = new long[high.length];
        for (int row = 0; row < packed.length; row++) {
            packed[row] = (long) high[row] << 32 | low[row];
        }
        return packed;
    }

    private static int label(long packed) {
        return (int) (packed >>> 32);
    }

    /** One more at a rank, in a Fenwick tree whose cell i sums the ranks i - (i & -i) .. i - 1. */
    private static void add(long[] tree, int rank) {
        for (int cell = rank + 1; cell < tree.length; cell += cell & -cell) {
            tree[cell]++;
        }
    }

    /** How many of the ranks added are below the given one. */
    private static long countBelow(long[] tree, int rank) {
        long sum = 0;
        for (int cell = rank; cell > 0; cell -= cell & -cell) {
            sum += tree[cell];
        }
        return sum;
    }
}
