package dev.linger.candidates.ease;

/** Adds up rows of a matrix of floats in doubles. */
final class RowSums {
    private RowSums() {}

    /**
     * {@code sums_j += sum over the rows of matrix_row,j}; of each j the rows are added one by one in their order, four of them
     * in one go through the sums.
     *
     * @param matrix row-major, its rows as long as the sums
     * @param rows numbers of rows, of which {@code from..to-1} are added
     */
    static void add(float[] matrix, int[] rows, int from, int to, double[] sums) {
        int size = sums.length;
        int at = from;
        for (; at + 3 < to; at += 4) {
            int row0 = rows[at] * size;
            int row1 = rows[at + 1] * size;
            int row2 = rows[at + 2] * size;
            int row3 = rows[at + 3] * size;
            for (int j = 0; j < size; j++) {
                sums[j] = (((sums[j] + matrix[row0 + j]) + matrix[row1 + j]) + matrix[row2 + j]) + matrix[row3 + j];
            }
        }
        for (; at < to; at++) {
            int row = rows[at] * size;
            for (int j = 0; j < size; j++) {
                sums[j] += matrix[row + j];
            }
        }
    }
}
