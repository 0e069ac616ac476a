package dev.linger.neural.net;

/** Plain Java, as far as the compiler turns its loops into vector instructions by itself. */
final class PlainMatrixKernels implements MatrixKernels {
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
        for (int row = 0; row < m; row++) {
            multiplyRow(a, aAt + row * aRow, aColumn, b, bAt, bRow, c, cAt + row * cRow, k, n);
        }
    }

    /** One row of the product, n columns of it; four terms at a time, so that c is read and written less. */
    static void multiplyRow(
            float[] a, int aAt, int aColumn, float[] b, int bAt, int bRow, float[] c, int cAt, int k, int n) {
        int x = 0;
        for (; x + 3 < k; x += 4) {
            float a0 = a[aAt + x * aColumn];
            float a1 = a[aAt + (x + 1) * aColumn];
            float a2 = a[aAt + (x + 2) * aColumn];
            float a3 = a[aAt + (x + 3) * aColumn];
            int b0 = bAt + x * bRow;
            int b1 = b0 + bRow;
            int b2 = b1 + bRow;
            int b3 = b2 + bRow;
            for (int j = 0; j < n; j++) {
                float sum = Math.fma(a1, b[b1 + j], Math.fma(a0, b[b0 + j], c[cAt + j]));
                c[cAt + j] = Math.fma(a3, b[b3 + j], Math.fma(a2, b[b2 + j], sum));
            }
        }
        for (; x < k; x++) {
            float a0 = a[aAt + x * aColumn];
            int b0 = bAt + x * bRow;
            for (int j = 0; j < n; j++) {
                c[cAt + j] = Math.fma(a0, b[b0 + j], c[cAt + j]);
            }
        }
    }
}
