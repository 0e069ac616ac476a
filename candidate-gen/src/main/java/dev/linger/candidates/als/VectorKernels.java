package dev.linger.candidates.als;

/** Float with the vector instructions of the processor, sums across blocks in double. */
final class VectorKernels implements Kernels {
    private static final int ROWS_PER_BLOCK = 64;

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
    public double addSquaredErrors(double sum, ObservedRow row, double[] x) {
        int stride = VectorRows.stride(x.length);
        float[] vector = padded(x, stride);
        float[] block = new float[ROWS_PER_BLOCK * stride];
        float[] dots = new float[ROWS_PER_BLOCK];
        double grown = sum;
        for (int from = 0; from < row.count(); from += ROWS_PER_BLOCK) {
            int to = Math.min(from + ROWS_PER_BLOCK, row.count());
            VectorRows.gather(row, from, to, stride, block);
            VectorRows.dots(block, 0, to - from, stride, vector, dots);
            for (int pair = from; pair < to; pair++) {
                double error = row.preference()[pair] - dots[pair - from];
                grown += row.confidence()[pair] * error * error;
            }
        }
        return grown;
    }

    private static float[] padded(double[] x, int stride) {
        float[] vector = new float[stride];
        for (int factor = 0; factor < x.length; factor++) {
            vector[factor] = (float) x[factor];
        }
        return vector;
    }
}
