package dev.linger.candidates.als;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * A Cholesky decomposition with vector instructions, {@code A = U'U}, of a matrix given by its upper triangle; row-major,
 * d rows of {@code stride} doubles, a multiple of a vector's length.
 *
 * <p>By rows of U: row k is scaled, then taken from the rows below it. Whole vectors are read and written, so cells
 * below the diagonal are set to 0 before they take part.
 */
final class VectorCholesky {
    private static final VectorSpecies<Double> DOUBLES = VectorOuterProducts.DOUBLES;
    private static final int LANES = DOUBLES.length();

    private VectorCholesky() {}

    /** Puts U in place of the upper triangle; false where A is not positive definite, or not finite. */
    static boolean decompose(double[] upper, int d, int stride) {
        for (int k = 0; k < d; k++) {
            int line = k * stride;
            double pivot = upper[line + k];
            if (!(pivot > 0 && pivot < Double.POSITIVE_INFINITY)) {
                return false;
            }
            int first = k / LANES * LANES;
            Arrays.fill(upper, line + first, line + k, 0);
            double scale = 1 / Math.sqrt(pivot);
            for (int j = first; j < stride; j += LANES) {
                DoubleVector.fromArray(DOUBLES, upper, line + j).mul(scale).intoArray(upper, line + j);
            }
            for (int i = k + 1; i < d; i++) {
                addScaled(upper, line, -upper[line + i], upper, i * stride, i, stride);
            }
        }
        return true;
    }

    /** Solves {@code U'U x = b}; b and x have the length of a row and end in zeros; b becomes {@code U'^-1 b}. */
    static void solve(double[] upper, int d, int stride, double[] b, double[] x) {
        for (int k = 0; k < d; k++) {
            b[k] /= upper[k * stride + k];
            double solved = b[k];
            addScaled(upper, k * stride, -solved, b, 0, k, stride);
            b[k] = solved;
        }
        Arrays.fill(x, 0);
        for (int k = d - 1; k >= 0; k--) {
            DoubleVector sum = DoubleVector.zero(DOUBLES);
            for (int j = k / LANES * LANES; j < stride; j += LANES) {
                // x is 0 up to k, still.
                sum = DoubleVector.fromArray(DOUBLES, upper, k * stride + j)
                        .fma(DoubleVector.fromArray(DOUBLES, x, j), sum);
            }
            x[k] = (b[k] - sum.reduceLanes(VectorOperators.ADD)) / upper[k * stride + k];
        }
    }

    /** to[j] += scale * from[j] for j from the vector that holds {@code first} to the end of the row. */
    private static void addScaled(
            double[] from, int fromLine, double scale, double[] to, int toLine, int first, int stride) {
        DoubleVector by = DoubleVector.broadcast(DOUBLES, scale);
        for (int j = first / LANES * LANES; j < stride; j += LANES) {
            DoubleVector.fromArray(DOUBLES, from, fromLine + j)
                    .fma(by, DoubleVector.fromArray(DOUBLES, to, toLine + j))
                    .intoArray(to, toLine + j);
        }
    }
}
