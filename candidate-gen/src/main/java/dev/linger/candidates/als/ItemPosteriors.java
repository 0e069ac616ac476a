package dev.linger.candidates.als;

import dev.linger.candidates.SparseRows;
import dev.linger.data.Draws;
import dev.linger.data.Workers;

/**
 * The posterior of each item's row of factors, the users fixed: as {@link AlsPosterior} has it, sides exchanged. An item without
 * pairs has the ridge of one pair. O(n d^2) for n pairs and O(d^3) an item to make, O(d^2) an item to ask, and 2 d (d + 1) bytes an
 * item to keep.
 */
final class ItemPosteriors {
    private static final int ITEMS_PER_TASK = 32;

    private final FactorMatrix itemFactors;

    /** L of each item's {@code A = L L'}: its lower triangle, row by row. */
    private final float[][] lower;

    private ItemPosteriors(FactorMatrix itemFactors, float[][] lower) {
        this.itemFactors = itemFactors;
        this.lower = lower;
    }

    static ItemPosteriors of(
            AlsConfig config, SparseRows pairs, FactorMatrix userFactors, FactorMatrix itemFactors, Workers workers) {
        double[] base = Gram.of(userFactors, workers);
        for (int at = 0; at < base.length; at++) {
            base[at] *= config.unobservedWeight();
        }
        float[][] lower = new float[pairs.rowCount()][];
        workers.forBlocks(
                lower.length,
                ITEMS_PER_TASK,
                () -> new Workspace(
                        new ObservedRow(userFactors, config.weighting()), new CholeskyRowSolver(config.factorCount())),
                (own, block, from, to) -> {
                    for (int item = from; item < to; item++) {
                        own.row().gather(pairs, item);
                        RowPosterior of = RowPosterior.of(config, own.equations(), own.row(), base, "item " + item);
                        lower[item] = packed(of.lower(), config.factorCount());
                    }
                });
        return new ItemPosteriors(itemFactors, lower);
    }

    private record Workspace(ObservedRow row, CholeskyRowSolver equations) {}

    private static float[] packed(double[] lower, int d) {
        float[] packed = new float[d * (d + 1) / 2];
        int at = 0;
        for (int row = 0; row < d; row++) {
            for (int column = 0; column <= row; column++) {
                packed[at++] = (float) lower[row * d + column];
            }
        }
        return packed;
    }

    /** {@code x' A^-1 x}, by {@code |L^-1 x|^2}. */
    double square(int item, double[] x, double[] z) {
        float[] of = lower[item];
        double square = 0;
        int at = 0;
        for (int row = 0; row < x.length; row++) {
            double sum = x[row];
            for (int column = 0; column < row; column++) {
                sum -= of[at++] * z[column];
            }
            z[row] = sum / of[at++];
            square += z[row] * z[row];
        }
        return square;
    }

    /**
     * {@code x.y} of a draw of the item's row y.
     *
     * @param scale deviation of a pair of confidence 1
     * @param z room for d numbers
     */
    double draw(int item, double[] x, double scale, Draws draws, double[] z) {
        for (int factor = 0; factor < z.length; factor++) {
            z[factor] = draws.gaussian();
        }
        float[] of = lower[item];
        int end = of.length;
        double score = itemFactors.dot(item, x);
        for (int row = z.length - 1; row >= 0; row--) {
            int from = end - row - 1;
            z[row] /= of[end - 1];
            for (int column = 0; column < row; column++) {
                z[column] -= of[from + column] * z[row];
            }
            score += scale * x[row] * z[row];
            end = from;
        }
        return score;
    }
}
