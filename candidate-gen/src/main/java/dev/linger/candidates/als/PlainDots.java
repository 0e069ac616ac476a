package dev.linger.candidates.als;

import java.util.Arrays;

/** Dot products of the rows of a panel of {@link FactorPanels}, by loops that the compiler turns into vector instructions. */
final class PlainDots {
    private PlainDots() {}

    /** {@link Kernels#dots} of the vectors from {@code firstVector} and the rows of the panel from {@code firstRow}. */
    static void dots(double[][] panel, int firstRow, int rows, double[][] x, int firstVector, double[][] dots, int at) {
        double[] sums = new double[rows];
        for (int vector = firstVector; vector < x.length; vector++) {
            Arrays.fill(sums, 0);
            for (int factor = 0; factor < panel.length; factor++) {
                add(x[vector][factor], panel[factor], firstRow, sums);
            }
            System.arraycopy(sums, firstRow, dots[vector], at + firstRow, rows - firstRow);
        }
    }

    private static void add(double weight, double[] column, int firstRow, double[] sums) {
        for (int row = firstRow; row < sums.length; row++) {
            sums[row] = Math.fma(weight, column[row], sums[row]);
        }
    }
}
