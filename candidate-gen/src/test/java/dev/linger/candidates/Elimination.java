package dev.linger.candidates;

/** The slow obvious way to solve linear equations. */
public final class Elimination {
    private Elimination() {}

    /** x of {@code a x = b} by Gaussian elimination with the largest pivot; the arguments are used up. */
    public static double[] solve(double[][] a, double[] b) {
        int d = b.length;
        for (int step = 0; step < d; step++) {
            int pivot = step;
            for (int row = step + 1; row < d; row++) {
                pivot = Math.abs(a[row][step]) > Math.abs(a[pivot][step]) ? row : pivot;
            }
            double[] swapped = a[step];
            a[step] = a[pivot];
            a[pivot] = swapped;
            double value = b[step];
            b[step] = b[pivot];
            b[pivot] = value;
            for (int row = step + 1; row < d; row++) {
                double factor = a[row][step] / a[step][step];
                b[row] -= factor * b[step];
                for (int column = step; column < d; column++) {
                    a[row][column] -= factor * a[step][column];
                }
            }
        }
        double[] x = new double[d];
        for (int row = d - 1; row >= 0; row--) {
            double rest = b[row];
            for (int column = row + 1; column < d; column++) {
                rest -= a[row][column] * x[column];
            }
            x[row] = rest / a[row][row];
        }
        return x;
    }
}
