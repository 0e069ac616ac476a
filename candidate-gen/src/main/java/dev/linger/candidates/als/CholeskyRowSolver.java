package dev.linger.candidates.als;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/** The exact solution by a Cholesky decomposition: A is built in full, O(n d^2 / 2 + d^3 / 6). */
final class CholeskyRowSolver implements RowSolver {
    private final int factorCount;
    private final DMatrixRMaj matrix;
    private final DMatrixRMaj rightHandSide;
    private final DMatrixRMaj solution;
    private final LinearSolverDense<DMatrixRMaj> solver;

    CholeskyRowSolver(int factorCount) {
        this.factorCount = factorCount;
        this.matrix = new DMatrixRMaj(factorCount, factorCount);
        this.rightHandSide = new DMatrixRMaj(factorCount, 1);
        this.solution = new DMatrixRMaj(factorCount, 1);
        this.solver = LinearSolverFactory_DDRM.chol(factorCount);
    }

    @Override
    public boolean solve(ObservedRow row, double[] base, double ridge, double[] x) {
        double[] upper = matrix.data;
        System.arraycopy(base, 0, upper, 0, base.length);
        for (int at = 0; at < upper.length; at += factorCount + 1) {
            upper[at] += ridge;
        }
        OuterProducts.addToUpper(row.factors(), row.confidence(), row.count(), factorCount, upper);
        OuterProducts.mirrorUpper(upper, factorCount);
        row.rightHandSide(rightHandSide.data);
        // setA may overwrite the matrix, which the next row builds anew anyway.
        if (!solver.setA(matrix)) {
            return false;
        }
        solver.solve(rightHandSide, solution);
        return copyIfFinite(solution.data, x);
    }

    private static boolean copyIfFinite(double[] from, double[] to) {
        for (int factor = 0; factor < to.length; factor++) {
            if (!Double.isFinite(from[factor])) {
                return false;
            }
            to[factor] = from[factor];
        }
        return true;
    }
}
