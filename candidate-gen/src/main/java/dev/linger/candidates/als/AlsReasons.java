package dev.linger.candidates.als;

import dev.linger.candidates.ScoreReasons;
import dev.linger.candidates.SparseRows;
import java.util.Arrays;

/**
 * The score of an item as a sum over the user's history. The user's row solves {@code A x = sum over i of c_i p_i y_i} with
 * {@code A = unobservedWeight Y'Y + sum over i of c_i y_i y_i' + ridge I}, so
 *
 * <pre>score(j) = y_j.x = sum over i of c_i p_i (z.y_i),  A z = y_j</pre>
 *
 * <p>This is exact for the row that {@link AlsModel#foldIn} gives. A row that a few conjugate gradient steps gave differs from
 * it by what these left, and the row of a user with withheld pairs by their pull.
 *
 * <p>Source: Hu, Koren and Volinsky, Collaborative Filtering for Implicit Feedback Datasets, ICDM 2008, section 5.
 *
 * @param base {@code unobservedWeight * Y'Y}, row-major d x d
 * @param pairs what each user played, with the value of each
 */
record AlsReasons(AlsConfig config, FactorMatrix itemFactors, double[] base, SparseRows pairs) implements ScoreReasons {
    @Override
    public OfUser of(int user) {
        ObservedRow row = new ObservedRow(itemFactors, config.weighting());
        row.gather(pairs, user);
        CholeskyRowSolver solver = new CholeskyRowSolver(config.factorCount());
        if (row.count() > 0 && !solver.decompose(row, base, config.ridge(row.count()))) {
            throw HalfSweep.noSolution(config, "user " + user, row);
        }
        return item -> contributions(user, row, solver, item);
    }

    private Contributions contributions(int user, ObservedRow row, CholeskyRowSolver solver, int item) {
        double[] y = new double[config.factorCount()];
        double[] z = new double[config.factorCount()];
        itemFactors.read(item, y, 0);
        if (row.count() > 0 && !solver.solve(y, z)) {
            throw HalfSweep.noSolution(config, "user " + user, row);
        }
        double[] values = new double[row.count()];
        for (int at = 0; at < values.length; at++) {
            itemFactors.read(row.columns()[at], y, 0);
            values[at] = row.confidence()[at] * row.preference()[at] * dot(z, y);
        }
        return new Contributions(Arrays.copyOf(row.columns(), values.length), values);
    }

    private static double dot(double[] left, double[] right) {
        double sum = 0;
        for (int at = 0; at < left.length; at++) {
            sum += left[at] * right[at];
        }
        return sum;
    }
}
