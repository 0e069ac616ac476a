package dev.linger.candidates.als;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** {@link PlainDots} with vector instructions, to the same bits: four vectors at once by tiles that stay in registers. */
final class VectorDots {
    private static final VectorSpecies<Double> DOUBLES = VectorOuterProducts.DOUBLES;
    private static final int LANES = DOUBLES.length();

    private VectorDots() {}

    /** {@link Kernels#dots}. */
    static void dots(double[][] panel, int rows, double[][] x, double[][] dots, int at) {
        int vector = 0;
        int row = 0;
        for (; vector + 3 < x.length; vector += 4) {
            for (row = 0; row + 2 * LANES <= rows; row += 2 * LANES) {
                tile(panel, row, x, vector, dots, at + row);
            }
        }
        PlainDots.dots(panel, row, rows, x, 0, dots, at);
        PlainDots.dots(panel, 0, row, x, vector, dots, at);
    }

    private static void tile(double[][] panel, int row, double[][] x, int vector, double[][] dots, int at) {
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
