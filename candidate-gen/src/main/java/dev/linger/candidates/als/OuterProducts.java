package dev.linger.candidates.als;

/**
 * The kernel of ALS: weighted sums of outer products, {@code A += sum over k of weight[k] * y_k y_k'}.
 *
 * <p>{@code rows} is a row-major block of {@code count} rows of d doubles. Only the upper triangle of the row-major d x d
 * matrix is touched. Four rows go into one pass over it, which divides the traffic with A by four; the inner loops have
 * no dependence between steps, so the compiler turns them into vector instructions.
 */
final class OuterProducts {
    private OuterProducts() {}

    static void addToUpper(double[] rows, double[] weight, int count, int d, double[] upper) {
        int row = 0;
        for (; row + 3 < count; row += 4) {
            addFour(rows, weight, row, d, upper);
        }
        for (; row < count; row++) {
            addOne(rows, weight[row], row * d, d, upper);
        }
    }

    /** Copies the upper triangle to the lower one. */
    static void mirrorUpper(double[] matrix, int d) {
        for (int i = 1; i < d; i++) {
            for (int j = 0; j < i; j++) {
                matrix[i * d + j] = matrix[j * d + i];
            }
        }
    }

    private static void addFour(double[] rows, double[] weight, int row, int d, double[] upper) {
        int at0 = row * d;
        int at1 = at0 + d;
        int at2 = at1 + d;
        int at3 = at2 + d;
        for (int i = 0; i < d; i++) {
            double s0 = weight[row] * rows[at0 + i];
            double s1 = weight[row + 1] * rows[at1 + i];
            double s2 = weight[row + 2] * rows[at2 + i];
            double s3 = weight[row + 3] * rows[at3 + i];
            int line = i * d;
            for (int j = i; j < d; j++) {
                upper[line + j] += s0 * rows[at0 + j] + s1 * rows[at1 + j] + s2 * rows[at2 + j] + s3 * rows[at3 + j];
            }
        }
    }

    private static void addOne(double[] rows, double weight, int at, int d, double[] upper) {
        for (int i = 0; i < d; i++) {
            double scaled = weight * rows[at + i];
            int line = i * d;
            for (int j = i; j < d; j++) {
                upper[line + j] += scaled * rows[at + j];
            }
        }
    }
}
