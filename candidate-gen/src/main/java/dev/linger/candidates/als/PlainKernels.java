package dev.linger.candidates.als;

/** Plain Java in double, as far as the compiler turns its loops into vector instructions by itself. */
final class PlainKernels implements Kernels {
    @Override
    public String description() {
        return "plain";
    }

    @Override
    public RowSolver exactSolver(int factorCount) {
        return new CholeskyRowSolver(factorCount);
    }

    @Override
    public RowSolver inexactSolver(int factorCount, int steps) {
        return new ConjugateGradientRowSolver(factorCount, steps, new PlainRowProducts(factorCount));
    }

    @Override
    public double addSquaredErrors(double sum, ObservedRow row, double[] x) {
        double grown = sum;
        for (int pair = 0; pair < row.count(); pair++) {
            double error = row.preference()[pair] - row.fixed().dot(row.columns()[pair], x);
            grown += row.confidence()[pair] * error * error;
        }
        return grown;
    }
}
