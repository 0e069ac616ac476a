package dev.linger.candidates.als;

/** Float with the vector instructions of the processor, sums across blocks in double. */
final class VectorKernels implements Kernels {
    @Override
    public String description() {
        return "vectorised, " + VectorRows.FLOATS.vectorBitSize() + " bits";
    }

    @Override
    public RowSolver exactSolver(int factorCount) {
        return new VectorCholeskyRowSolver(factorCount);
    }

    @Override
    public RowSolver inexactSolver(int factorCount, int steps) {
        return new ConjugateGradientRowSolver(factorCount, steps, new VectorRowProducts(factorCount));
    }

    @Override
    public void dots(double[][] panel, int rows, double[][] x, double[][] dots, int at) {
        VectorDots.dots(panel, rows, x, dots, at);
    }
}
