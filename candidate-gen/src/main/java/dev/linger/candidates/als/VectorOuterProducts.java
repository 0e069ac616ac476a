package dev.linger.candidates.als;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link OuterProducts} with vector instructions: {@code A += sum over k of weight[k] * y_k y_k'} by tiles of eight rows
 * and one or two vectors of A, each of which stays in registers while it goes through a block of rows.
 */
final class VectorOuterProducts {
    /** Few enough that the block and its weighted copy stay near the processor. */
    static final int ROWS_PER_BLOCK = 128;

    static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Float> FLOATS = VectorRows.FLOATS;
    private static final int LANES = VectorRows.LANES;
    /** As many floats as there are doubles in a vector. */
    private static final VectorSpecies<Float> HALF =
            VectorSpecies.of(float.class, VectorShape.forBitSize(FLOATS.vectorBitSize() / 2));

    static final int TILE_ROWS = 8;

    private final int stride;
    private final float[] weighted;
    private final float[] tile = new float[2 * TILE_ROWS * LANES];

    VectorOuterProducts(int stride) {
        this.stride = stride;
        this.weighted = new float[ROWS_PER_BLOCK * stride];
    }

    /**
     * Adds one block to the upper triangle of A and to some cells below it.
     *
     * @param rows {@code count} rows of {@code stride} floats, at most {@link #ROWS_PER_BLOCK}
     * @param weight of row k, at {@code firstWeight + k}
     * @param upper A, {@code stride} x {@code stride}, row-major
     */
    void addToUpper(float[] rows, double[] weight, int firstWeight, int count, double[] upper) {
        for (int row = 0; row < count; row++) {
            FloatVector of = FloatVector.broadcast(FLOATS, (float) weight[firstWeight + row]);
            for (int at = row * stride; at < (row + 1) * stride; at += LANES) {
                FloatVector.fromArray(FLOATS, rows, at).mul(of).intoArray(weighted, at);
            }
        }
        for (int i = 0; i < stride; i += TILE_ROWS) {
            int j = i / LANES * LANES;
            for (; j + LANES < stride; j += 2 * LANES) {
                twoVectors(rows, count, i, j);
                addTile(i, j, 2 * LANES, upper);
            }
            if (j < stride) {
                oneVector(rows, count, i, j);
                addTile(i, j, LANES, upper);
            }
        }
    }

    /** Adds the tile, rows of so many floats, to the rows of A from i and the columns from j. */
    private void addTile(int i, int j, int width, double[] upper) {
        for (int row = 0; row < TILE_ROWS; row++) {
            int line = (i + row) * stride + j;
            for (int at = 0; at < width; at += HALF.length()) {
                DoubleVector sum = (DoubleVector) FloatVector.fromArray(HALF, tile, row * width + at)
                        .convertShape(VectorOperators.F2D, DOUBLES, 0);
                DoubleVector.fromArray(DOUBLES, upper, line + at).add(sum).intoArray(upper, line + at);
            }
        }
    }

    private void oneVector(float[] rows, int count, int i, int j) {
        FloatVector a0 = FloatVector.zero(FLOATS);
        FloatVector a1 = a0;
        FloatVector a2 = a0;
        FloatVector a3 = a0;
        FloatVector a4 = a0;
        FloatVector a5 = a0;
        FloatVector a6 = a0;
        FloatVector a7 = a0;
        for (int row = 0; row < count; row++) {
            FloatVector y = FloatVector.fromArray(FLOATS, rows, row * stride + j);
            int w = row * stride + i;
            a0 = y.fma(FloatVector.broadcast(FLOATS, weighted[w]), a0);
            a1 = y.fma(FloatVector.broadcast(FLOATS, weighted[w + 1]), a1);
            a2 = y.fma(FloatVector.broadcast(FLOATS, weighted[w + 2]), a2);
            a3 = y.fma(FloatVector.broadcast(FLOATS, weighted[w + 3]), a3);
            a4 = y.fma(FloatVector.broadcast(FLOATS, weighted[w + 4]), a4);
            a5 = y.fma(FloatVector.broadcast(FLOATS, weighted[w + 5]), a5);
            a6 = y.fma(FloatVector.broadcast(FLOATS, weighted[w + 6]), a6);
            a7 = y.fma(FloatVector.broadcast(FLOATS, weighted[w + 7]), a7);
        }
        a0.intoArray(tile, 0);
        a1.intoArray(tile, LANES);
        a2.intoArray(tile, 2 * LANES);
        a3.intoArray(tile, 3 * LANES);
        a4.intoArray(tile, 4 * LANES);
        a5.intoArray(tile, 5 * LANES);
        a6.intoArray(tile, 6 * LANES);
        a7.intoArray(tile, 7 * LANES);
    }

    private void twoVectors(float[] rows, int count, int i, int j) {
        FloatVector a0 = FloatVector.zero(FLOATS);
        FloatVector a1 = a0;
        FloatVector a2 = a0;
        FloatVector a3 = a0;
        FloatVector a4 = a0;
        FloatVector a5 = a0;
        FloatVector a6 = a0;
        FloatVector a7 = a0;
        FloatVector b0 = a0;
        FloatVector b1 = a0;
        FloatVector b2 = a0;
        FloatVector b3 = a0;
        FloatVector b4 = a0;
        FloatVector b5 = a0;
        FloatVector b6 = a0;
        FloatVector b7 = a0;
        for (int row = 0; row < count; row++) {
            FloatVector y = FloatVector.fromArray(FLOATS, rows, row * stride + j);
            FloatVector z = FloatVector.fromArray(FLOATS, rows, row * stride + j + LANES);
            int w = row * stride + i;
            FloatVector w0 = FloatVector.broadcast(FLOATS, weighted[w]);
            a0 = y.fma(w0, a0);
            b0 = z.fma(w0, b0);
            FloatVector w1 = FloatVector.broadcast(FLOATS, weighted[w + 1]);
            a1 = y.fma(w1, a1);
            b1 = z.fma(w1, b1);
            FloatVector w2 = FloatVector.broadcast(FLOATS, weighted[w + 2]);
            a2 = y.fma(w2, a2);
            b2 = z.fma(w2, b2);
            FloatVector w3 = FloatVector.broadcast(FLOATS, weighted[w + 3]);
            a3 = y.fma(w3, a3);
            b3 = z.fma(w3, b3);
            FloatVector w4 = FloatVector.broadcast(FLOATS, weighted[w + 4]);
            a4 = y.fma(w4, a4);
            b4 = z.fma(w4, b4);
            FloatVector w5 = FloatVector.broadcast(FLOATS, weighted[w + 5]);
            a5 = y.fma(w5, a5);
            b5 = z.fma(w5, b5);
            FloatVector w6 = FloatVector.broadcast(FLOATS, weighted[w + 6]);
            a6 = y.fma(w6, a6);
            b6 = z.fma(w6, b6);
            FloatVector w7 = FloatVector.broadcast(FLOATS, weighted[w + 7]);
            a7 = y.fma(w7, a7);
            b7 = z.fma(w7, b7);
        }
        a0.intoArray(tile, 0);
        b0.intoArray(tile, LANES);
        a1.intoArray(tile, 2 * LANES);
        b1.intoArray(tile, 3 * LANES);
        a2.intoArray(tile, 4 * LANES);
        b2.intoArray(tile, 5 * LANES);
        a3.intoArray(tile, 6 * LANES);
        b3.intoArray(tile, 7 * LANES);
        a4.intoArray(tile, 8 * LANES);
        b4.intoArray(tile, 9 * LANES);
        a5.intoArray(tile, 10 * LANES);
        b5.intoArray(tile, 11 * LANES);
        a6.intoArray(tile, 12 * LANES);
        b6.intoArray(tile, 13 * LANES);
        a7.intoArray(tile, 14 * LANES);
        b7.intoArray(tile, 15 * LANES);
    }
}
