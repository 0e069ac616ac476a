package dev.linger.candidates.als;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** The pairs of a row gathered into one block of floats; products as {@link VectorRows} makes them. */
final class VectorRowProducts implements RowProducts {
    private static final int PAIRS_PER_BLOCK = 64;
    private static final VectorSpecies<Double> DOUBLES = VectorOuterProducts.DOUBLES;
    private static final int LANES = DOUBLES.length();

    private final int factorCount;
    private final int stride;
    private final float[] vector;
    private final float[] blockSum;
    private final float[] sums = new float[PAIRS_PER_BLOCK * VectorRows.LANES];
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
    public void gather(ObservedRow row, double[] base, double ridge, double[] v, double[] b, double[] product) {
        count = row.count();
        confidence = confidence.length < count ? new float[Math.max(count, 2 * confidence.length)] : confidence;
        int needed = Math.multiplyExact(count, stride);
        if (rows.length < needed) {
            // A row's filling is 0 from the start, and a gather does not write there.
            rows = new float[Math.max(needed, 2 * rows.length)];
        }
        begin(base, ridge, v, product);
        Arrays.fill(b, 0);
        // A block is used for both while it is near the processor.
        for (int from = 0; from < count; from += PAIRS_PER_BLOCK) {
            int to = Math.min(from + PAIRS_PER_BLOCK, count);
            VectorRows.gather(row, from, to, stride, rows, from * stride);
            for (int pair = from; pair < to; pair++) {
                confidence[pair] = (float) row.confidence()[pair];
                weight[pair - from] = (float) (row.confidence()[pair] * row.preference()[pair]);
            }
            addWeighted(from, to, b);
            addProduct(from, to, product);
        }
    }

    @Override
    public void multiply(double[] base, double ridge, double[] v, double[] product) {
        begin(base, ridge, v, product);
        for (int from = 0; from < count; from += PAIRS_PER_BLOCK) {
            addProduct(from, Math.min(from + PAIRS_PER_BLOCK, count), product);
        }
    }

    private void begin(double[] base, double ridge, double[] v, double[] product) {
        for (int factor = 0; factor < factorCount; factor++) {
            vector[factor] = (float) v[factor];
        }
        multiplyShared(base, ridge, v, product);
    }

    private void addProduct(int from, int to, double[] product) {
        VectorRows.dots(rows, from * stride, to - from, stride, vector, sums, weight);
        for (int pair = from; pair < to; pair++) {
            weight[pair - from] *= confidence[pair];
        }
        addWeighted(from, to, product);
    }

    /**
     * {@code product = ridge v + base v}, in double to the bits of {@link PlainRowProducts}: by columns that stay in
     * registers, each a sum over the rows from the first to the last, products rounded before they are added.
     */
    private void multiplyShared(double[] base, double ridge, double[] v, double[] product) {
        int column = 0;
        for (; column + 4 * LANES <= factorCount; column += 4 * LANES) {
            fourVectors(base, ridge, v, product, column);
        }
        for (; column < factorCount; column++) {
            double sum = ridge * v[column];
            for (int row = 0; row < factorCount; row++) {
                sum += v[row] * base[row * factorCount + column];
            }
            product[column] = sum;
        }
    }

    private void fourVectors(double[] base, double ridge, double[] v, double[] product, int column) {
        DoubleVector a = DoubleVector.fromArray(DOUBLES, v, column).mul(ridge);
        DoubleVector b = DoubleVector.fromArray(DOUBLES, v, column + LANES).mul(ridge);
        DoubleVector c = DoubleVector.fromArray(DOUBLES, v, column + 2 * LANES).mul(ridge);
        DoubleVector d = DoubleVector.fromArray(DOUBLES, v, column + 3 * LANES).mul(ridge);
        for (int row = 0; row < factorCount; row++) {
            int at = row * factorCount + column;
            DoubleVector w = DoubleVector.broadcast(DOUBLES, v[row]);
            a = a.add(DoubleVector.fromArray(DOUBLES, base, at).mul(w));
            b = b.add(DoubleVector.fromArray(DOUBLES, base, at + LANES).mul(w));
            c = c.add(DoubleVector.fromArray(DOUBLES, base, at + 2 * LANES).mul(w));
            d = d.add(DoubleVector.fromArray(DOUBLES, base, at + 3 * LANES).mul(w));
        }
        a.intoArray(product, column);
        b.intoArray(product, column + LANES);
        c.intoArray(product, column + 2 * LANES);
        d.intoArray(product, column + 3 * LANES);
    }

    private void addWeighted(int from, int to, double[] sum) {
        Arrays.fill(blockSum, 0);
        VectorRows.addWeighted(rows, from * stride, to - from, stride, weight, blockSum);
        for (int factor = 0; factor < factorCount; factor++) {
            sum[factor] += blockSum[factor];
        }
    }
}
