package dev.linger.candidates.als;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/** The exact solution by a Cholesky decomposition: A is built in full, O(n d^2 / 2 + d^3 / 6). */
final class CholeskyRowSolver implements RowSolver {
    /** Few enough that the block and the matrix stay in the processor's cache; a multiple of the kernel's eight rows. */
    private static final int PAIRS_PER_BLOCK = 64;

    private final int factorCount;
    private final DMatrixRMaj matrix;
    private final DMatrixRMaj rightHandSide;
    private final DMatrixRMaj solution;
    private final LinearSolverDense<DMatrixRMaj> solver;
    private final GatheredRow gathered;

    CholeskyRowSolver(int factorCount) {
        this.factorCount = factorCount;
        this.matrix = new DMatrixRMaj(factorCount, factorCount);
        this.rightHandSide = new DMatrixRMaj(factorCount, 1);
        this.solution = new DMatrixRMaj(factorCount, 1);
        this.solver = LinearSolverFactory_DDRM.chol(factorCount);
        this.gathered = new GatheredRow(factorCount);
    }

    @Override
    public double solve(ObservedRow row, double[] base, double ridge, double[] x) {
        if (!decompose(row, base, ridge) || !solve(x)) {
            return Double.NaN;
        }
        // sum c p^2 - 2 b'x + x'Ax, where Ax = b.
        double loss = row.preferenceSquares();
        for (int factor = 0; factor < factorCount; factor++) {
            loss -= rightHandSide.data[factor] * x[factor];
        }
        return loss;
    }

    /** Builds A and the right-hand side, and decomposes A; false where it is not positive definite. */
    boolean decompose(ObservedRow row, double[] base, double ridge) {
        build(row, base, ridge);
        // setA may overwrite the matrix, which the next row builds again anyway.
        return solver.setA(matrix);
    }

    /** Builds A and the right-hand side, good until the next row. */
    void build(ObservedRow row, double[] base, double ridge) {
        double[] upper = matrix.data;
        System.arraycopy(base, 0, upper, 0, base.length);
        for (int at = 0; at < upper.length; at += factorCount + 1) {
            upper[at] += ridge;
        }
        addPairs(row, upper, rightHandSide.data);
        OuterProducts.mirrorUpper(upper, factorCount);
    }

    /** A as it was built last. */
    DMatrixRMaj matrix() {
        return matrix;
    }

    /** {@code sum c p y} as it was built last. */
    double[] rightHandSide() {
        return rightHandSide.data;
    }

    /** Solves A z = b with A as it was decomposed last; false where the solution is not finite. */
    boolean solve(double[] b, double[] z) {
        System.arraycopy(b, 0, rightHandSide.data, 0, factorCount);
        return solve(z);
    }

    private boolean solve(double[] x) {
        solver.solve(rightHandSide, solution);
        return copyIfFinite(solution.data, x);
    }

    private void addPairs(ObservedRow row, double[] upper, double[] b) {
        Arrays.fill(b, 0);
        for (int from = 0; from < row.count(); from += PAIRS_PER_BLOCK) {
            int to = Math.min(from + PAIRS_PER_BLOCK, row.count());
            double[] factors = gathered.gather(row, from, to);
            gathered.addRightHandSide(row, from, to, b);
            OuterProducts.addToUpper(factors, row.confidence(), from, to - from, factorCount, upper);
        }
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
