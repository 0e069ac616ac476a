package dev.linger.candidates.als;

/** Solves the normal equations of one row; keeps buffers, so a thread has its own. */
interface RowSolver {
    /**
     * Solves {@code (base + sum c y y' + ridge I) x = sum c p y}.
     *
     * @param row the row's pairs: y, p and c of each
     * @param base what all rows share, {@code unobservedWeight * Y'Y}: full, row-major d x d; not changed
     * @param ridge weight of |x|^2
     * @param x the row before, then the solution
     * @return what the row has in the loss then, {@code sum c (p - y.x)^2 + x'(base + ridge I) x}; NaN where there is no finite
     *     solution, as the matrix is not positive definite
     */
    double solve(ObservedRow row, double[] base, double ridge, double[] x);
}
