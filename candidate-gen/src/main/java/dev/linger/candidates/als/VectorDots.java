package dev.linger.candidates.als;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link PlainDots} with vector instructions, to the same bits: by tiles that stay in registers, of four vectors x at once
 * and, for those left, of one.
 */
final class VectorDots {
    private static final VectorSpecies<Double> DOUBLES = VectorOuterProducts.DOUBLES;
    private static final int LANES = DOUBLES.length();

    /** Rows of a tile of one vector. */
    private static final int TILE = 4 * LANES;

    private VectorDots() {}

    /** {@link Kernels#dots}. */
    static void dots(double[][] panel, int rows, double[][] x, double[][] dots, int at) {
        int end = rows / TILE * TILE;
        int vector = 0;
        for (; vector + 3 < x.length; vector += 4) {
            for (int row = 0; row < end; row += 2 * LANES) {
                tileOfFour(panel, row, x, vector, dots, at + row);
            }
        }
        for (; vector < x.length; vector++) {
            for (int row = 0; row < end; row += TILE) {
                tileOfOne(panel, row, x[vector], dots[vector], at + row);
            }
        }
        if (end < rows) {
            PlainDots.dots(panel, end, rows, x, dots, at);
        }
    }

    private static void tileOfOne(double[][] panel, int row, double[] x, double[] dots, int at) {
        DoubleVector a = DoubleVector.zero(DOUBLES);
        DoubleVector b = a;
        DoubleVector c = a;
        DoubleVector d = a;
        for (int factor = 0; factor < panel.length; factor++) {
            double[] column = panel[factor];
            DoubleVector w = DoubleVector.broadcast(DOUBLES, x[factor]);
            a = DoubleVector.fromArray(DOUBLES, column, row).fma(w, a);
            b = DoubleVector.fromArray(DOUBLES, column, row + LANES).fma(w, b);
            c = DoubleVector.fromArray(DOUBLES, column, row + 2 * LANES).fma(w, c);
            d = DoubleVector.fromArray(DOUBLES, column, row + 3 * LANES).fma(w, d);
        }
        a.intoArray(dots, at);
        b.intoArray(dots, at + LANES);
        c.intoArray(dots, at + 2 * LANES);
        d.intoArray(dots, at + 3 * LANES);
    }

    private static void tileOfFour(double[][] panel, int row, double[][] x, int vector, double[][] dots, int at) {
        double[] x0 = x[vector];
        double[] x1 = x[vector + 1];
        double[] x2 = x[vector + 2];
        double[] x3 = x[vector + 3];
        DoubleVector a0 = DoubleVector.zero(DOUBLES);
        DoubleVector a1 = a0;
        DoubleVector a2 = a0;
        DoubleVector a3 = a0;
        DoubleVector b0 = a0;
        DoubleVector b1 = a0;
        DoubleVector b2 = a0;
        DoubleVector b3 = a0;
        for (int factor = 0; factor < panel.length; factor++) {
            DoubleVector y = DoubleVector.fromArray(DOUBLES, panel[factor], row);
            DoubleVector z = DoubleVector.fromArray(DOUBLES, panel[factor], row + LANES);
            DoubleVector w0 = DoubleVector.broadcast(DOUBLES, x0[factor]);
            a0 = y.fma(w0, a0);
            b0 = z.fma(w0, b0);
            DoubleVector w1 = DoubleVector.broadcast(DOUBLES, x1[factor]);
            a1 = y.fma(w1, a1);
            b1 = z.fma(w1, b1);
            DoubleVector w2 = DoubleVector.broadcast(DOUBLES, x2[factor]);
            a2 = y.fma(w2, a2);
            b2 = z.fma(w2, b2);
            DoubleVector w3 = DoubleVector.broadcast(DOUBLES, x3[factor]);
            a3 = y.fma(w3, a3);
            b3 = z.fma(w3, b3);
        }
        a0.intoArray(dots[vector], at);
        b0.intoArray(dots[vector], at + LANES);
        a1.intoArray(dots[vector + 1], at);
        b1.intoArray(dots[vector + 1], at + LANES);
        a2.intoArray(dots[vector + 2], at);
        b2.intoArray(dots[vector + 2], at + LANES);
        a3.intoArray(dots[vector + 3], at);
        b3.intoArray(dots[vector + 3], at + LANES);
    }
}
