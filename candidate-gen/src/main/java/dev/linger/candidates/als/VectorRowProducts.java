package dev.linger.candidates.als;

import java.util.Arrays;

/** The pairs of a row gathered into one block of floats; products as {@link VectorRows} makes them. */
final class VectorRowProducts implements RowProducts {
    private static final int PAIRS_PER_BLOCK = 64;

    private final int factorCount;
    private final int stride;
    private final float[] vector;
    private final float[] blockSum;
    private final float[] weight = new float[PAIRS_PER_BLOCK];
    private float[] rows = new float[0];
    private float[] confidence = new float[0];
    private int count;

    VectorRowProducts(int factorCount) {
        this.factorCount = factorCount;
        this.stride = VectorRows.stride(factorCount);
        this.vector = new float[stride];
        this.blockSum = new float[stride];
    }

    @Override
    public void gather(ObservedRow row, double[] b) {
        count = row.count();
        confidence = confidence.length < count ? new float[Math.max(count, 2 * confidence.length)] : confidence;
        int needed = Math.multiplyExact(count, stride);
        if (rows.length < needed) {
            // A row's filling is 0 from the start, and a gather does not write there.
            rows = new float[Math.max(needed, 2 * rows.length)];
        }
        VectorRows.gather(row, 0, count, stride, rows);
        Arrays.fill(b, 0);
        for (int from = 0; from < count; from += PAIRS_PER_BLOCK) {
            int to = Math.min(from + PAIRS_PER_BLOCK, count);
            for (int pair = from; pair < to; pair++) {
                confidence[pair] = (float) row.confidence()[pair];
                weight[pair - from] = (float) (row.confidence()[pair] * row.preference()[pair]);
            }
            addWeighted(from, to, b);
        }
    }

    @Override
    public void addProduct(double[] v, double[] product) {
        for (int factor = 0; factor < factorCount; factor++) {
            vector[factor] = (float) v[factor];
        }
        for (int from = 0; from < count; from += PAIRS_PER_BLOCK) {
            int to = Math.min(from + PAIRS_PER_BLOCK, count);
            VectorRows.dots(rows, from * stride, to - from, stride, vector, weight);
            for (int pair = from; pair < to; pair++) {
                weight[pair - from] *= confidence[pair];
            }
            addWeighted(from, to, product);
        }
    }

    private void addWeighted(int from, int to, double[] sum) {
        Arrays.fill(blockSum, 0);
        VectorRows.addWeighted(rows, from * stride, to - from, stride, weight, blockSum);
        for (int factor = 0; factor < factorCount; factor++) {
            sum[factor] += blockSum[factor];
        }
    }
}
