package dev.linger.candidates.als;

/**
 * The plain kernel of the exact solver: weighted sums of outer products, {@code A += sum over k of weight[k] * y_k y_k'}.
 *
 * <p>{@code rows} is a row-major block of {@code count} rows of d doubles, the weight of its first row is at
 * {@code firstWeight}. Only the upper triangle of the row-major d x d matrix is touched. Eight rows go into one pass over
 * it, which divides the traffic with A by eight; they are added in two sums of four, as the passes of four rows that end
 * the block add them, so the result does not depend on how rows are cut into blocks of a multiple of four. The inner loops
 * have no dependence between steps, so the compiler turns them into vector instructions.
 */
final class OuterProducts {
    private OuterProducts() {}

    static void addToUpper(double[] rows, double[] weight, int firstWeight, int count, int d, double[] upper) {
        int row = 0;
        for (; row + 7 < count; row += 8) {
            addEight(rows, weight, firstWeight + row, row * d, d, upper);
        }
        if (row + 3 < count) {
            addFour(rows, weight, firstWeight + row, row * d, d, upper);
            row += 4;
        }
        for (; row < count; row++) {
            addOne(rows, weight[firstWeight + row], row * d, d, upper);
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

    private static void addEight(double[] rows, double[] weight, int first, int at0, int d, double[] upper) {
        int at1 = at0 + d;
        int at2 = at1 + d;
        int at3 = at2 + d;
        int at4 = at3 + d;
        int at5 = at4 + d;
        int at6 = at5 + d;
        int at7 = at6 + d;
        for (int i = 0; i < d; i++) {
            double s0 = weight[first] * rows[at0 + i];
            double s1 = weight[first + 1] * rows[at1 + i];
            double s2 = weight[first + 2] * rows[at2 + i];
            double s3 = weight[first + 3] * rows[at3 + i];
            double s4 = weight[first + 4] * rows[at4 + i];
            double s5 = weight[first + 5] * rows[at5 + i];
            double s6 = weight[first + 6] * rows[at6 + i];
            double s7 = weight[first + 7] * rows[at7 + i];
            int line = i * d;
            for (int j = i; j < d; j++) {
                upper[line + j] = (upper[line + j]
                                + (s0 * rows[at0 + j] + s1 * rows[at1 + j] + s2 * rows[at2 + j] + s3 * rows[at3 + j]))
                        + (s4 * rows[at4 + j] + s5 * rows[at5 + j] + s6 * rows[at6 + j] + s7 * rows[at7 + j]);
            }
        }
    }

    private static void addFour(double[] rows, double[] weight, int first, int at0, int d, double[] upper) {
        int at1 = at0 + d;
        int at2 = at1 + d;
        int at3 = at2 + d;
        for (int i = 0; i < d; i++) {
            double s0 = weight[first] * rows[at0 + i];
            double s1 = weight[first + 1] * rows[at1 + i];
            double s2 = weight[first + 2] * rows[at2 + i];
            double s3 = weight[first + 3] * rows[at3 + i];
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
