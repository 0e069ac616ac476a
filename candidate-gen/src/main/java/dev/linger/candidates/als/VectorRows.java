package dev.linger.candidates.als;

import jdk.incubator.vector.FloatVector;
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

    /** Gathers the factors of the pairs {@code from..to-1}, one row of {@link #stride} after another, to {@code at} and on. */
    static void gather(ObservedRow row, int from, int to, int stride, float[] block, int at) {
        int factorCount = row.fixed().factorCount();
        float[] values = row.fixed().values();
        int[] columns = row.columns();
        for (int pair = from; pair < to; pair++) {
            System.arraycopy(values, columns[pair] * factorCount, block, at + (pair - from) * stride, factorCount);
        }
    }

    /** Adds {@code weight[k] * row k} of a block to {@code sum}, in float. */
    static void addWeighted(float[] block, int at, int count, int stride, float[] weight, float[] sum) {
        int f = 0;
        for (; f + 3 * LANES < stride; f += 4 * LANES) {
            addFourVectors(block, at + f, count, stride, weight, sum, f);
        }
        for (; f < stride; f += LANES) {
            addOneVector(block, at + f, count, stride, weight, sum, f);
        }
    }

    /** Four vectors of each row, which stay in registers while they go through the block; even and odd rows apart. */
    private static void addFourVectors(
            float[] block, int at, int count, int stride, float[] weight, float[] sum, int f) {
        FloatVector a0 = FloatVector.fromArray(FLOATS, sum, f);
        FloatVector a1 = FloatVector.fromArray(FLOATS, sum, f + LANES);
        FloatVector a2 = FloatVector.fromArray(FLOATS, sum, f + 2 * LANES);
        FloatVector a3 = FloatVector.fromArray(FLOATS, sum, f + 3 * LANES);
        FloatVector b0 = FloatVector.zero(FLOATS);
        FloatVector b1 = b0;
        FloatVector b2 = b0;
        FloatVector b3 = b0;
        int row = 0;
        for (; row + 1 < count; row += 2) {
            int even = at + row * stride;
            FloatVector w = FloatVector.broadcast(FLOATS, weight[row]);
            a0 = FloatVector.fromArray(FLOATS, block, even).fma(w, a0);
            a1 = FloatVector.fromArray(FLOATS, block, even + LANES).fma(w, a1);
            a2 = FloatVector.fromArray(FLOATS, block, even + 2 * LANES).fma(w, a2);
            a3 = FloatVector.fromArray(FLOATS, block, even + 3 * LANES).fma(w, a3);
            int odd = even + stride;
            FloatVector v = FloatVector.broadcast(FLOATS, weight[row + 1]);
            b0 = FloatVector.fromArray(FLOATS, block, odd).fma(v, b0);
            b1 = FloatVector.fromArray(FLOATS, block, odd + LANES).fma(v, b1);
            b2 = FloatVector.fromArray(FLOATS, block, odd + 2 * LANES).fma(v, b2);
            b3 = FloatVector.fromArray(FLOATS, block, odd + 3 * LANES).fma(v, b3);
        }
        if (row < count) {
            int last = at + row * stride;
            FloatVector w = FloatVector.broadcast(FLOATS, weight[row]);
            a0 = FloatVector.fromArray(FLOATS, block, last).fma(w, a0);
            a1 = FloatVector.fromArray(FLOATS, block, last + LANES).fma(w, a1);
            a2 = FloatVector.fromArray(FLOATS, block, last + 2 * LANES).fma(w, a2);
            a3 = FloatVector.fromArray(FLOATS, block, last + 3 * LANES).fma(w, a3);
        }
        a0.add(b0).intoArray(sum, f);
        a1.add(b1).intoArray(sum, f + LANES);
        a2.add(b2).intoArray(sum, f + 2 * LANES);
        a3.add(b3).intoArray(sum, f + 3 * LANES);
    }

    private static void addOneVector(float[] block, int at, int count, int stride, float[] weight, float[] sum, int f) {
        FloatVector even = FloatVector.fromArray(FLOATS, sum, f);
        FloatVector odd = FloatVector.zero(FLOATS);
        int row = 0;
        for (; row + 1 < count; row += 2) {
            even = FloatVector.fromArray(FLOATS, block, at + row * stride)
                    .fma(FloatVector.broadcast(FLOATS, weight[row]), even);
            odd = FloatVector.fromArray(FLOATS, block, at + (row + 1) * stride)
                    .fma(FloatVector.broadcast(FLOATS, weight[row + 1]), odd);
        }
        if (row < count) {
            even = FloatVector.fromArray(FLOATS, block, at + row * stride)
                    .fma(FloatVector.broadcast(FLOATS, weight[row]), even);
        }
        even.add(odd).intoArray(sum, f);
    }

    /**
     * Writes the dot products of the rows of a block with {@code x}, which has the length of a row. Lanes are added from the
     * first to the last, whatever order this Java's own sum of lanes has.
     *
     * @param sums room for a vector of each row
     */
    static void dots(float[] block, int at, int count, int stride, float[] x, float[] sums, float[] dots) {
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
            sum0.intoArray(sums, row * LANES);
            sum1.intoArray(sums, (row + 1) * LANES);
            sum2.intoArray(sums, (row + 2) * LANES);
            sum3.intoArray(sums, (row + 3) * LANES);
        }
        for (; row < count; row++) {
            FloatVector sum = FloatVector.zero(FLOATS);
            for (int f = 0; f < stride; f += LANES) {
                sum = FloatVector.fromArray(FLOATS, block, at + row * stride + f)
                        .fma(FloatVector.fromArray(FLOATS, x, f), sum);
            }
            sum.intoArray(sums, row * LANES);
        }
        for (int of = 0; of < count; of++) {
            float dot = sums[of * LANES];
            for (int lane = 1; lane < LANES; lane++) {
                dot += sums[of * LANES + lane];
            }
            dots[of] = dot;
        }
    }
}
