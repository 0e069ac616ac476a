package dev.linger.candidates.als;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;

/**
 * The normal equations {@code A m = b} of a row of factors, solved.
 *
 * @param lower L of {@code A = L L'}, row-major d x d
 * @param mean m
 */
record RowPosterior(double[] lower, double[] mean) {
    /**
     * That of a gathered row, whose pairs may be none.
     *
     * @param base what all rows share, row-major d x d
     * @param what is told of where there is no solution
     */
    static RowPosterior of(AlsConfig config, CholeskyRowSolver equations, ObservedRow row, double[] base, String what) {
        equations.build(row, base, config.ridge(Math.max(1, row.count())));
        CholeskyDecomposition_F64<DMatrixRMaj> cholesky =
                DecompositionFactory_DDRM.chol(config.factorCount(), /* lower= */ true);
        if (!cholesky.decompose(equations.matrix())) {
            throw HalfSweep.noSolution(config, what, row);
        }
        RowPosterior solved = new RowPosterior(
                cholesky.getT(null).data, equations.rightHandSide().clone());
        solved.solveLower(solved.mean);
        solved.solveUpper(solved.mean);
        return solved;
    }

    /** {@code L z = b}, in the place of b. */
    private void solveLower(double[] b) {
        for (int row = 0; row < b.length; row++) {
            double sum = b[row];
            for (int column = 0; column < row; column++) {
                sum -= lower[row * b.length + column] * b[column];
            }
            b[row] = sum / lower[row * b.length + row];
        }
    }

    /** {@code L' z = b}, in the place of b; walks L by rows. */
    void solveUpper(double[] b) {
        for (int row = b.length - 1; row >= 0; row--) {
            b[row] /= lower[row * b.length + row];
            for (int column = 0; column < row; column++) {
                b[column] -= lower[row * b.length + column] * b[row];
            }
        }
    }
}
