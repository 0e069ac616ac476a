package dev.linger.candidates.als;

import java.util.Arrays;

/** Dot products of the rows of a panel of {@link FactorPanels}, by loops that the compiler turns into vector instructions. */
final class PlainDots {
    private PlainDots() {}

    /** {@link Kernels#dots} of the rows of the panel from {@code firstRow}. */
    static void dots(double[][] panel, int firstRow, int rows, double[][] x, double[][] dots, int at) {
        double[] sums = new double[rows];
        for (int vector = 0; vector < x.length; vector++) {
            Arrays.fill(sums, 0);
            int factor = 0;
            // Four factors at once, so that each sum is read and written a quarter as often.
            for (; factor + 3 < panel.length; factor += 4) {
                addFour(x[vector], panel, factor, firstRow, sums);
            }
            for (; factor < panel.length; factor++) {
                add(x[vector][factor], panel[factor], firstRow, sums);
            }
            System.arraycopy(sums, firstRow, dots[vector], at + firstRow, rows - firstRow);
        }
    }

    private static void addFour(double[] x, double[][] panel, int factor, int firstRow, double[] sums) {
        double[] a = panel[factor];
        double[] b = panel[factor + 1];
        double[] c = panel[factor + 2];
        double[] d = panel[factor + 3];
        double xa = x[factor];
        double xb = x[factor + 1];
        double xc = x[factor + 2];
        double xd = x[factor + 3];
        for (int row = firstRow; row < sums.length; row++) {
            sums[row] =
                    Math.fma(xd, d[row], Math.fma(xc, c[row], Math.fma(xb, b[row], Math.fma(xa, a[row], sums[row]))));
        }
    }

    private static void add(double weight, double[] column, int firstRow, double[] sums) {
        for (int row = firstRow; row < sums.length; row++) {
            sums[row] = Math.fma(weight, column[row], sums[row]);
        }
    }
}
