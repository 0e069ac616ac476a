package dev.linger.candidates.als;

import java.util.Arrays;

/** {@link CholeskyRowSolver} with vector instructions. */
final class VectorCholeskyRowSolver implements RowSolver {
    private final int factorCount;
    private final int stride;
    private final VectorOuterProducts outerProducts;
    private final float[] block;
    private final float[] weight = new float[VectorOuterProducts.ROWS_PER_BLOCK];
    private final float[] blockSum;
    private final double[] upper;
    private final double[] rightHandSide;
    private final double[] solution;

    VectorCholeskyRowSolver(int factorCount) {
        this.factorCount = factorCount;
        this.stride = VectorRows.stride(factorCount);
        this.outerProducts = new VectorOuterProducts(stride);
        this.block = new float[VectorOuterProducts.ROWS_PER_BLOCK * stride];
        this.blockSum = new float[stride];
        this.upper = new double[stride * stride];
        this.rightHandSide = new double[stride];
        this.solution = new double[stride];
    }

    @Override
    public double solve(ObservedRow row, double[] base, double ridge, double[] x) {
        Arrays.fill(upper, 0);
        for (int i = 0; i < factorCount; i++) {
            System.arraycopy(base, i * factorCount, upper, i * stride, factorCount);
            upper[i * stride + i] += ridge;
        }
        addPairs(row);
        if (!VectorCholesky.decompose(upper, factorCount, stride)) {
            return Double.NaN;
        }
        VectorCholesky.solve(upper, factorCount, stride, rightHandSide, solution);
        // sum c p^2 - 2 b'x + x'Ax = sum c p^2 - b'x, and b'x is the square of what is left of b, U'^-1 b.
        double loss = row.preferenceSquares();
        for (int factor = 0; factor < factorCount; factor++) {
            if (!Double.isFinite(solution[factor])) {
                return Double.NaN;
            }
            loss -= rightHandSide[factor] * rightHandSide[factor];
        }
        System.arraycopy(solution, 0, x, 0, factorCount);
        return loss;
    }

    private void addPairs(ObservedRow row) {
        Arrays.fill(rightHandSide, 0);
        for (int from = 0; from < row.count(); from += VectorOuterProducts.ROWS_PER_BLOCK) {
            int to = Math.min(from + VectorOuterProducts.ROWS_PER_BLOCK, row.count());
            VectorRows.gather(row, from, to, stride, block, 0);
            outerProducts.addToUpper(block, row.confidence(), from, to - from, upper);
            for (int pair = from; pair < to; pair++) {
                weight[pair - from] = (float) (row.confidence()[pair] * row.preference()[pair]);
            }
            Arrays.fill(blockSum, 0);
            VectorRows.addWeighted(block, 0, to - from, stride, weight, blockSum);
            for (int factor = 0; factor < factorCount; factor++) {
                rightHandSide[factor] += blockSum[factor];
            }
        }
    }
}
