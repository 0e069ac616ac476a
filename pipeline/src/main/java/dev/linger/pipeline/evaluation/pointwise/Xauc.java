package dev.linger.pipeline.evaluation.pointwise;

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
        return of(DenseRanks.of(predictions), Labels.of(labels));
    }

    /** @param predictionRanks {@link DenseRanks} of the predictions */
    static double of(int[] predictionRanks, Labels labels) {
        if (predictionRanks.length != labels.size()) {
            throw new IllegalArgumentException(
                    predictionRanks.length + " predictions but " + labels.size() + " labels");
        }
        int[] plays = labels.ascending();
        int[] counts = new int[plays.length + 1];
        long pairs = 0;
        long twiceInOrder = 0;
        int end;
        for (int begin = 0; begin < plays.length; begin = end) {
            end = labels.endOfEqual(begin);
            // The tree holds the plays of smaller labels alone while those of one label ask.
            for (int at = begin; at < end; at++) {
                int rank = predictionRanks[plays[at]];
                twiceInOrder += countBelow(counts, rank) + countBelow(counts, rank + 1);
            }
            pairs += (long) begin * (end - begin);
            for (int at = begin; at < end; at++) {
                add(counts, predictionRanks[plays[at]]);
            }
        }
        return twiceInOrder / 2.0 / pairs;
    }

    /** One more at a rank, in a Fenwick tree whose cell i sums the ranks i - (i & -i) .. i - 1. */
    private static void add(int[] tree, int rank) {
        for (int cell = rank + 1; cell < tree.length; cell += cell & -cell) {
            tree[cell]++;
        }
    }

    /** How many of the ranks added are below the given one. */
    private static long countBelow(int[] tree, int rank) {
        long sum = 0;
        for (int cell = rank; cell > 0; cell -= cell & -cell) {
            sum += tree[cell];
        }
        return sum;
    }
}
