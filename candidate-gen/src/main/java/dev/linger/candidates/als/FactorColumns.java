package dev.linger.candidates.als;

/**
 * A copy of factors in double with all values of one factor after another, so that the dot products of all rows with a
 * vector are made by loops that the compiler turns into vector instructions by itself.
 */
final class FactorColumns {
    /** Rows whose sums stay in the nearest cache while factor after factor is added. */
    private static final int ROWS_PER_BLOCK = 1024;

    private final int rowCount;
    private final double[][] columns;

    FactorColumns(FactorMatrix factors) {
        rowCount = factors.rowCount();
        columns = new double[factors.factorCount()][rowCount];
        for (int factor = 0; factor < columns.length; factor++) {
            for (int row = 0; row < rowCount; row++) {
                columns[factor][row] = factors.value(row, factor);
            }
        }
    }

    /** Writes {@code dots[row] = sum over the factors of x[factor] * value}, four factors at a time. */
    void dots(double[] x, double[] dots) {
        for (int from = 0; from < rowCount; from += ROWS_PER_BLOCK) {
            int to = Math.min(from + ROWS_PER_BLOCK, rowCount);
            int factor = 0;
            for (int row = from; row < to; row++) {
                dots[row] = 0;
            }
            // Four factors at once, so that each sum is read and written a quarter as often.
            for (; factor + 3 < columns.length; factor += 4) {
                addFour(factor, x, from, to, dots);
            }
            for (; factor < columns.length; factor++) {
                double[] column = columns[factor];
                for (int row = from; row < to; row++) {
                    dots[row] += x[factor] * column[row];
                }
            }
        }
    }

    private void addFour(int factor, double[] x, int from, int to, double[] dots) {
        double[] a = columns[factor];
        double[] b = columns[factor + 1];
        double[] c = columns[factor + 2];
        double[] d = columns[factor + 3];
        double xa = x[factor];
        double xb = x[factor + 1];
        double xc = x[factor + 2];
        double xd = x[factor + 3];
        for (int row = from; row < to; row++) {
            dots[row] += xa * a[row] + xb * b[row] + xc * c[row] + xd * d[row];
        }
    }
}
