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
    public void dots(double[][] panel, int rows, double[][] x, double[][] dots, int at) {
        PlainDots.dots(panel, 0, rows, x, dots, at);
    }
}
