package dev.linger.candidates.als;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Blocks of rows of factors in float, each row filled up with zeros to whole vectors, and what is summed over them.
 *
 * <p>Products are made in float and summed in float within a block; blocks are added in double, so that the error does
 * not grow with the length of a row.
 */
final class VectorRows {
    static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    static final int LANES = FLOATS.length();
    /** Whole vectors, and whole tiles of {@link VectorOuterProducts} where vectors are narrow. */
    private static final int STEP = Math.max(LANES, VectorOuterProducts.TILE_ROWS);

    private VectorRows() {}

    /** The length of a row of d factors with its zeros. */
    static int stride(int factorCount) {
        return (factorCount + STEP - 1) / STEP * STEP;
    }

    /** Gathers the factors of the pairs {@code from..to-1}, one row of {@link #stride} after another. */
    static void gather(ObservedRow row, int from, int to, int stride, float[] block) {
        int factorCount = row.fixed().factorCount();
        float[] values = row.fixed().values();
        int[] columns = row.columns();
        for (int pair = from; pair < to; pair++) {
            System.arraycopy(values, columns[pair] * factorCount, block, (pair - from) * stride, factorCount);
        }
    }

    /** Adds {@code weight[k] * row k} of a block to {@code sum}, in float. */
    static void addWeighted(float[] block, int at, int count, int stride, float[] weight, float[] sum) {
        int row = 0;
        for (; row + 3 < count; row += 4) {
            int at0 = at + row * stride;
            int at1 = at0 + stride;
            int at2 = at1 + stride;
            int at3 = at2 + stride;
            FloatVector w0 = FloatVector.broadcast(FLOATS, weight[row]);
            FloatVector w1 = FloatVector.broadcast(FLOATS, weight[row + 1]);
            FloatVector w2 = FloatVector.broadcast(FLOATS, weight[row + 2]);
            FloatVector w3 = FloatVector.broadcast(FLOATS, weight[row + 3]);
            for (int f = 0; f < stride; f += LANES) {
                FloatVector low =
                        FloatVector.fromArray(FLOATS, block, at0 + f).fma(w0, FloatVector.fromArray(FLOATS, sum, f));
                FloatVector high = FloatVector.fromArray(FLOATS, block, at2 + f).mul(w2);
                low = FloatVector.fromArray(FLOATS, block, at1 + f).fma(w1, low);
                high = FloatVector.fromArray(FLOATS, block, at3 + f).fma(w3, high);
                low.add(high).intoArray(sum, f);
            }
        }
        for (; row < count; row++) {
            FloatVector w = FloatVector.broadcast(FLOATS, weight[row]);
            for (int f = 0; f < stride; f += LANES) {
                FloatVector.fromArray(FLOATS, block, at + row * stride + f)
                        .fma(w, FloatVector.fromArray(FLOATS, sum, f))
                        .intoArray(sum, f);
            }
        }
    }

    /** Writes the dot products of the rows of a block with {@code x}, which has the length of a row. */
    static void dots(float[] block, int at, int count, int stride, float[] x, float[] dots) {
        int row = 0;
        for (; row + 3 < count; row += 4) {
            int at0 = at + row * stride;
            int at1 = at0 + stride;
            int at2 = at1 + stride;
            int at3 = at2 + stride;
            FloatVector sum0 = FloatVector.zero(FLOATS);
            FloatVector sum1 = sum0;
            FloatVector sum2 = sum0;
            FloatVector sum3 = sum0;
            for (int f = 0; f < stride; f += LANES) {
                FloatVector of = FloatVector.fromArray(FLOATS, x, f);
                sum0 = FloatVector.fromArray(FLOATS, block, at0 + f).fma(of, sum0);
                sum1 = FloatVector.fromArray(FLOATS, block, at1 + f).fma(of, sum1);
                sum2 = FloatVector.fromArray(FLOATS, block, at2 + f).fma(of, sum2);
                sum3 = FloatVector.fromArray(FLOATS, block, at3 + f).fma(of, sum3);
            }
            dots[row] = sum0.reduceLanes(VectorOperators.ADD);
            dots[row + 1] = sum1.reduceLanes(VectorOperators.ADD);
            dots[row + 2] = sum2.reduceLanes(VectorOperators.ADD);
            dots[row + 3] = sum3.reduceLanes(VectorOperators.ADD);
        }
        for (; row < count; row++) {
            FloatVector sum = FloatVector.zero(FLOATS);
            for (int f = 0; f < stride; f += LANES) {
                sum = FloatVector.fromArray(FLOATS, block, at + row * stride + f)
                        .fma(FloatVector.fromArray(FLOATS, x, f), sum);
            }
            dots[row] = sum.reduceLanes(VectorOperators.ADD);
        }
    }
}
