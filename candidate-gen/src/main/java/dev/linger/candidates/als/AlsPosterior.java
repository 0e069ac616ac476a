package dev.linger.candidates.als;

import dev.linger.candidates.PairPlays;
import dev.linger.candidates.PlayValue;
import dev.linger.candidates.ScorePosterior;
import dev.linger.candidates.SparseRows;
import dev.linger.data.Draws;
import dev.linger.data.InteractionLog;
import dev.linger.data.Workers;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The posterior of a user's row of factors, the items fixed, and of each item's, the users fixed. Read as a regression with
 * {@code p = x.y + e} and {@code e ~ N(0, noise / c)} for each observed pair, the other terms of the loss being the prior, ALS gives
 * the mean of
 *
 * <pre>
 * x | plays ~ N(m, noise A^-1),   A = unobservedWeight Y'Y + sum c y y' + ridge I,   A m = sum c p y
 * x.y       ~ N(m.y, noise y' A^-1 y)
 * noise     = (sum over the observed pairs of the log of c (p - x.y)^2) / (number of pairs)
 * </pre>
 *
 * <p>With {@code A = L L'} the deviation of a score is {@code sqrt(noise) |L^-1 y|}, and a draw is {@code m + sqrt(noise) L'^-1 e}
 * with e of independent standard normals. Factors were fitted to the pairs that the noise is estimated from, so it is rather too
 * small. O(n d^2 + d^3) a user of n pairs, then O(d) an item for means and draws and O(d^2) for deviations.
 *
 * <p>An item's row is {@code y | plays ~ N(n, noise B^-1)} likewise, taken as independent of the user's. Of both a draw is the product
 * of one of each, and the deviation is {@code sqrt(noise (y' A^-1 y + m' B^-1 m))}: that of the product of both errors, which is
 * smaller, is left out.
 *
 * <p>Source: Bishop, Pattern Recognition and Machine Learning, 2006, section 3.3.
 *
 * @param base {@code unobservedWeight * Y'Y}, row-major d x d
 * @param value what plays are worth
 * @param noise variance of a pair of confidence 1
 * @param ofItems rows of the items, where they are asked for
 */
record AlsPosterior(
        AlsConfig config,
        FactorMatrix itemFactors,
        double[] base,
        PlayValue value,
        double noise,
        @Nullable ItemPosteriors ofItems)
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
        RowPosterior solved = RowPosterior.of(config, new CholeskyRowSolver(config.factorCount()), row, base, "a user");
        return new OfUser(itemFactors, solved, Math.sqrt(noise), ofItems);
    }

    /**
     * The scores of one user.
     *
     * @param row of the user
     * @param scale {@code sqrt(noise)}
     */
    private record OfUser(FactorMatrix itemFactors, RowPosterior row, double scale, @Nullable ItemPosteriors ofItems)
            implements ScorePosterior.OfUser {
        @Override
        public double[] means(int[] items) {
            return scores(items, row.mean());
        }

        @Override
        public double[] deviations(int[] items, Unsure of) {
            double[] squares = of.ofUser() ? userSquares(items) : new double[items.length];
            if (of.ofVideos()) {
                double[] z = new double[row.mean().length];
                for (int at = 0; at < items.length; at++) {
                    squares[at] += rowsOfItems().square(items[at], row.mean(), z);
                }
            }
            double[] deviations = new double[items.length];
            for (int at = 0; at < deviations.length; at++) {
                deviations[at] = scale * Math.sqrt(squares[at]);
            }
            return deviations;
        }

        private ItemPosteriors rowsOfItems() {
            return Objects.requireNonNull(ofItems, "rows of items were not asked for");
        }

        /** {@code y' A^-1 y}: solves {@code L Z = Y'} row by row, all items at once, so that the inner loops are over items. */
        private double[] userSquares(int[] items) {
            int d = row.mean().length;
            double[] lower = row.lower();
            double[][] z = columns(items);
            double[] squares = new double[items.length];
            for (int factor = 0; factor < d; factor++) {
                double[] solved = z[factor];
                for (int column = 0; column < factor; column++) {
                    double of = lower[factor * d + column];
                    double[] other = z[column];
                    for (int at = 0; at < solved.length; at++) {
                        solved[at] -= of * other[at];
                    }
                }
                double diagonal = lower[factor * d + factor];
                for (int at = 0; at < solved.length; at++) {
                    solved[at] /= diagonal;
                    squares[at] += solved[at] * solved[at];
                }
            }
            return squares;
        }

        /** {@code [factor][item]}. */
        private double[][] columns(int[] items) {
            double[][] columns = new double[row.mean().length][items.length];
            for (int at = 0; at < items.length; at++) {
                for (int factor = 0; factor < columns.length; factor++) {
                    columns[factor][at] = itemFactors.value(items[at], factor);
                }
            }
            return columns;
        }

        @Override
        public double[] draw(int[] items, Unsure of, Draws draws) {
            double[] x = of.ofUser() ? drawnRow(draws) : row.mean();
            if (!of.ofVideos()) {
                return scores(items, x);
            }
            double[] scores = new double[items.length];
            double[] z = new double[x.length];
            for (int at = 0; at < items.length; at++) {
                scores[at] = rowsOfItems().draw(items[at], x, scale, draws, z);
            }
            return scores;
        }

        private double[] drawnRow(Draws draws) {
            double[] x = new double[row.mean().length];
            for (int factor = 0; factor < x.length; factor++) {
                x[factor] = draws.gaussian();
            }
            row.solveUpper(x);
            for (int factor = 0; factor < x.length; factor++) {
                x[factor] = row.mean()[factor] + scale * x[factor];
            }
            return x;
        }

        private double[] scores(int[] items, double[] x) {
            double[] scores = new double[items.length];
            for (int at = 0; at < items.length; at++) {
                scores[at] = itemFactors.dot(items[at], x);
            }
            return scores;
        }
    }
}
