package dev.linger.neural.net;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link PlainMatrixKernels} with vector instructions, to the same bits: tiles of four rows by two vectors of columns, which
 * stay in registers while all of k goes by; one row by two vectors for rows that are left, and plain Java for columns.
 */
final class VectorMatrixKernels implements MatrixKernels {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = FLOATS.length();

    @Override
    public void multiplyAdd(
            float[] a,
            int aAt,
            int aRow,
            int aColumn,
            float[] b,
            int bAt,
            int bRow,
            float[] c,
            int cAt,
            int cRow,
            int m,
            int k,
            int n) {
        int tiled = n / (2 * LANES) * (2 * LANES);
        int row = 0;
        for (; row + 3 < m; row += 4) {
            for (int j = 0; j < tiled; j += 2 * LANES) {
                fourRows(a, aAt + row * aRow, aRow, aColumn, b, bAt + j, bRow, c, cAt + row * cRow + j, cRow, k);
            }
        }
        for (; row < m; row++) {
            for (int j = 0; j < tiled; j += 2 * LANES) {
                oneRow(a, aAt + row * aRow, aColumn, b, bAt + j, bRow, c, cAt + row * cRow + j, k);
            }
        }
        if (tiled < n) {
            for (row = 0; row < m; row++) {
                PlainMatrixKernels.multiplyRow(
                        a, aAt + row * aRow, aColumn, b, bAt + tiled, bRow, c, cAt + row * cRow + tiled, k, n - tiled);
            }
        }
    }

    private static void fourRows(
            float[] a,
            int aAt,
            int aRow,
            int aColumn,
            float[] b,
            int bAt,
            int bRow,
            float[] c,
            int cAt,
            int cRow,
            int k) {
        FloatVector p0 = FloatVector.fromArray(FLOATS, c, cAt);
        FloatVector p1 = FloatVector.fromArray(FLOATS, c, cAt + LANES);
        FloatVector q0 = FloatVector.fromArray(FLOATS, c, cAt + cRow);
        FloatVector q1 = FloatVector.fromArray(FLOATS, c, cAt + cRow + LANES);
        FloatVector r0 = FloatVector.fromArray(FLOATS, c, cAt + 2 * cRow);
        FloatVector r1 = FloatVector.fromArray(FLOATS, c, cAt + 2 * cRow + LANES);
        FloatVector s0 = FloatVector.fromArray(FLOATS, c, cAt + 3 * cRow);
        FloatVector s1 = FloatVector.fromArray(FLOATS, c, cAt + 3 * cRow + LANES);
        for (int x = 0; x < k; x++) {
            FloatVector y = FloatVector.fromArray(FLOATS, b, bAt + x * bRow);
            FloatVector z = FloatVector.fromArray(FLOATS, b, bAt + x * bRow + LANES);
            FloatVector w = FloatVector.broadcast(FLOATS, a[aAt + x * aColumn]);
            p0 = y.fma(w, p0);
            p1 = z.fma(w, p1);
            w = FloatVector.broadcast(FLOATS, a[aAt + aRow + x * aColumn]);
            q0 = y.fma(w, q0);
            q1 = z.fma(w, q1);
            w = FloatVector.broadcast(FLOATS, a[aAt + 2 * aRow + x * aColumn]);
            r0 = y.fma(w, r0);
            r1 = z.fma(w, r1);
            w = FloatVector.broadcast(FLOATS, a[aAt + 3 * aRow + x * aColumn]);
            s0 = y.fma(w, s0);
            s1 = z.fma(w, s1);
        }
        p0.intoArray(c, cAt);
        p1.intoArray(c, cAt + LANES);
        q0.intoArray(c, cAt + cRow);
        q1.intoArray(c, cAt + cRow + LANES);
        r0.intoArray(c, cAt + 2 * cRow);
        r1.intoArray(c, cAt + 2 * cRow + LANES);
        s0.intoArray(c, cAt + 3 * cRow);
        s1.intoArray(c, cAt + 3 * cRow + LANES);
    }

    private static void oneRow(
            float[] a, int aAt, int aColumn, float[] b, int bAt, int bRow, float[] c, int cAt, int k) {
        FloatVector p0 = FloatVector.fromArray(FLOATS, c, cAt);
        FloatVector p1 = FloatVector.fromArray(FLOATS, c, cAt + LANES);
        for (int x = 0; x < k; x++) {
            FloatVector w = FloatVector.broadcast(FLOATS, a[aAt + x * aColumn]);
            p0 = FloatVector.fromArray(FLOATS, b, bAt + x * bRow).fma(w, p0);
            p1 = FloatVector.fromArray(FLOATS, b, bAt + x * bRow + LANES).fma(w, p1);
        }
        p0.intoArray(c, cAt);
        p1.intoArray(c, cAt + LANES);
    }
}
