package dev.linger.candidates.als;

import dev.linger.candidates.PairPlays;
import dev.linger.candidates.PlayValue;
import dev.linger.candidates.ScorePosterior;
import dev.linger.candidates.SparseRows;
import dev.linger.data.Draws;
import dev.linger.data.InteractionLog;
import dev.linger.data.Workers;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;

/**
 * The posterior of a user's row of factors, the items fixed. Read as a regression with {@code p = x.y + e} and {@code e ~ N(0,
 * noise / c)} for each observed pair, the other terms of the loss being the prior, ALS gives the mean of
 *
 * <pre>
 * x | plays ~ N(m, noise A^-1),   A = unobservedWeight Y'Y + sum c y y' + ridge I,   A m = sum c p y
 * x.y       ~ N(m.y, noise y' A^-1 y)
 * noise     = (sum over the observed pairs of the log of c (p - x.y)^2) / (number of pairs)
 * </pre>
 *
 * <p>With {@code A = L L'} the deviation of a score is {@code sqrt(noise) |L^-1 y|}, and a draw is {@code m + sqrt(noise) L'^-1 e}
 * with e of independent standard normals. Factors were fitted to the pairs that the noise is estimated from, so it is rather too
 * small; what is not known of the items' factors is not in it. O(n d^2 + d^3) a user of n pairs, then O(d) an item for means and
 * draws and O(d^2) for deviations.
 *
 * <p>Source: Bishop, Pattern Recognition and Machine Learning, 2006, section 3.3.
 *
 * @param base {@code unobservedWeight * Y'Y}, row-major d x d
 * @param value what plays are worth
 * @param noise variance of a pair of confidence 1
 */
record AlsPosterior(AlsConfig config, FactorMatrix itemFactors, double[] base, PlayValue value, double noise)
        implements ScorePosterior {
    /** The mean of {@code c (p - x.y)^2} over observed pairs; 0 where there are none. */
    static double noise(AlsConfig config, SparseRows pairs, FactorMatrix userFactors, FactorMatrix itemFactors) {
        double[] x = new double[config.factorCount()];
        double sum = 0;
        for (int user = 0; user < pairs.rowCount(); user++) {
            userFactors.read(user, x, 0);
            for (int cell = pairs.from(user); cell < pairs.to(user); cell++) {
                double value = pairs.value(cell);
                double residual = config.weighting().preference(value) - itemFactors.dot(pairs.column(cell), x);
                sum += config.weighting().confidence(value) * residual * residual;
            }
        }
        return pairs.size() == 0 ? 0 : sum / pairs.size();
    }

    @Override
    public Optional<ScorePosterior.OfUser> of(InteractionLog plays, long asOfMillis) {
        PairPlays ofUser = PairPlays.of(plays, 1, Workers.ofCaller());
        SparseRows pairs = config.pairs(ofUser, itemFactors.rowCount(), value, asOfMillis, Workers.ofCaller())
                .byUser();
        ObservedRow row = new ObservedRow(itemFactors, config.weighting());
        row.gather(pairs, 0);
        return row.count() == 0 ? Optional.empty() : Optional.of(of(row));
    }

    private OfUser of(ObservedRow row) {
        CholeskyRowSolver equations = new CholeskyRowSolver(config.factorCount());
        equations.build(row, base, config.ridge(row.count()));
        CholeskyDecomposition_F64<DMatrixRMaj> cholesky =
                DecompositionFactory_DDRM.chol(config.factorCount(), /* lower= */ true);
        if (!cholesky.decompose(equations.matrix())) {
            throw HalfSweep.noSolution(config, "a user", row);
        }
        double[] lower = cholesky.getT(null).data;
        double[] mean = equations.rightHandSide().clone();
        solveLower(lower, mean);
        solveUpper(lower, mean);
        return new OfUser(itemFactors, lower, mean, Math.sqrt(noise));
    }

    /** {@code L z = b}, in the place of b. */
    private static void solveLower(double[] lower, double[] b) {
        for (int row = 0; row < b.length; row++) {
            double sum = b[row];
            for (int column = 0; column < row; column++) {
                sum -= lower[row * b.length + column] * b[column];
            }
            b[row] = sum / lower[row * b.length + row];
        }
    }

    /** {@code L' z = b}, in the place of b; walks L by rows. */
    private static void solveUpper(double[] lower, double[] b) {
        for (int row = b.length - 1; row >= 0; row--) {
            b[row] /= lower[row * b.length + row];
            for (int column = 0; column < row; column++) {
                b[column] -= lower[row * b.length + column] * b[row];
            }
        }
    }

    /**
     * The row of one user.
     *
     * @param lower L of {@code A = L L'}, row-major d x d
     * @param mean m
     * @param scale {@code sqrt(noise)}
     */
    private record OfUser(FactorMatrix itemFactors, double[] lower, double[] mean, double scale)
            implements ScorePosterior.OfUser {
        @Override
        public double[] means(int[] items) {
            return scores(items, mean);
        }

        /** {@inheritDoc} Solves {@code L Z = Y'} row by row, all items at once: the inner loops are over items. */
        @Override
        public double[] deviations(int[] items) {
            int d = mean.length;
            double[][] z = columns(items);
            double[] squares = new double[items.length];
            for (int row = 0; row < d; row++) {
                double[] solved = z[row];
                for (int column = 0; column < row; column++) {
                    double of = lower[row * d + column];
                    double[] other = z[column];
                    for (int at = 0; at < solved.length; at++) {
                        solved[at] -= of * other[at];
                    }
                }
                double diagonal = lower[row * d + row];
                for (int at = 0; at < solved.length; at++) {
                    solved[at] /= diagonal;
                    squares[at] += solved[at] * solved[at];
                }
            }
            double[] deviations = new double[items.length];
            for (int at = 0; at < deviations.length; at++) {
                deviations[at] = scale * Math.sqrt(squares[at]);
            }
            return deviations;
        }

        /** {@code [factor][item]}. */
        private double[][] columns(int[] items) {
            double[][] columns = new double[mean.length][items.length];
            for (int at = 0; at < items.length; at++) {
                for (int factor = 0; factor < columns.length; factor++) {
                    columns[factor][at] = itemFactors.value(items[at], factor);
                }
            }
            return columns;
        }

        @Override
        public double[] draw(int[] items, Draws draws) {
            double[] x = new double[mean.length];
            for (int factor = 0; factor < x.length; factor++) {
                x[factor] = draws.gaussian();
            }
            solveUpper(lower, x);
            for (int factor = 0; factor < x.length; factor++) {
                x[factor] = mean[factor] + scale * x[factor];
            }
            return scores(items, x);
        }

        private double[] scores(int[] items, double[] row) {
            double[] scores = new double[items.length];
            for (int at = 0; at < items.length; at++) {
                scores[at] = itemFactors.dot(items[at], row);
            }
            return scores;
        }
    }
}
