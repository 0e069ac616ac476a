package dev.linger.candidates.als;

import dev.linger.candidates.ScoreReasons;
import dev.linger.candidates.SparseRows;
import dev.linger.data.InputException;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

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
    public Shares of(int user, int item) {
        ObservedRow row = new ObservedRow(itemFactors, config.weighting());
        row.gather(pairs, user);
        double[] solved = solved(row, item);
        double[] y = new double[config.factorCount()];
        double[] amounts = new double[row.count()];
        for (int at = 0; at < amounts.length; at++) {
            itemFactors.read(row.columns()[at], y, 0);
            amounts[at] = row.confidence()[at] * row.preference()[at] * dot(solved, y);
        }
        return new Shares(Arrays.copyOf(row.columns(), amounts.length), amounts);
    }

    /** z of A z = y_j. */
    private double[] solved(ObservedRow row, int item) {
        int d = config.factorCount();
        DMatrixRMaj matrix = new DMatrixRMaj(d, d);
        System.arraycopy(base, 0, matrix.data, 0, base.length);
        double[] y = new double[d];
        for (int at = 0; at < row.count(); at++) {
            itemFactors.read(row.columns()[at], y, 0);
            for (int a = 0; a < d; a++) {
                double weighted = row.confidence()[at] * y[a];
                for (int b = 0; b < d; b++) {
                    matrix.data[a * d + b] += weighted * y[b];
                }
            }
        }
        for (int a = 0; a < d; a++) {
            matrix.data[a * d + a] += config.ridge(row.count());
        }
        DMatrixRMaj right = new DMatrixRMaj(d, 1);
        itemFactors.read(item, right.data, 0);
        DMatrixRMaj solution = new DMatrixRMaj(d, 1);
        LinearSolverDense<DMatrixRMaj> cholesky = LinearSolverFactory_DDRM.chol(d);
        if (!cholesky.setA(matrix)) {
            throw new InputException("the factors of a user (" + row.count()
                    + " pairs) have no unique finite solution: raise regularization, which is "
                    + config.regularization());
        }
        cholesky.solve(right, solution);
        return solution.data;
    }

    private static double dot(double[] left, double[] right) {
        double sum = 0;
        for (int at = 0; at < left.length; at++) {
            sum += left[at] * right[at];
        }
        return sum;
    }
}
