package dev.linger.recommender.creators;

import java.util.Arrays;

/**
 * Least {@code sum of log losses + penalty / 2 * sum of weights^2}, of columns in standard deviations from their means, by Newton's
 * method: each step solves {@code (X' diag(p (1 - p)) X + penalty I) step = X' (y - p) - penalty w}. The intercept has no penalty.
 */
final class LogisticRegression {
    private static final int MOST_STEPS = 30;
    /** Beyond it the quadratic of the step is far from the loss. */
    private static final double LONGEST_STEP = 2;

    private static final double SMALL_STEP = 1e-9;

    private final UploadExamples examples;
    private final int[] used;
    private final double penalty;
    private final double[] mean;
    private final double[] scale;

    private LogisticRegression(UploadExamples examples, int[] used, double penalty) {
        this.examples = examples;
        this.used = used;
        this.penalty = penalty;
        this.mean = new double[used.length];
        this.scale = new double[used.length];
        for (int at = 0; at < used.length; at++) {
            double sum = 0;
            for (double[] row : examples.rows()) {
                sum += row[used[at]];
            }
            mean[at] = sum / examples.size();
            double squares = 0;
            for (double[] row : examples.rows()) {
                squares += (row[used[at]] - mean[at]) * (row[used[at]] - mean[at]);
            }
            scale[at] = squares > 0 ? 1 / Math.sqrt(squares / examples.size()) : 0;
        }
    }

    /** @param used columns; the weights of others are 0 */
    static UploadModel fit(UploadExamples examples, int[] used, double penalty) {
        LogisticRegression regression = new LogisticRegression(examples, used, penalty);
        return regression.model(regression.solve());
    }

    /** The intercept, then a weight for each of the columns used. */
    private double[] solve() {
        double[] solution = new double[used.length + 1];
        double positives = examples.positives();
        solution[0] = StrictMath.log(positives / (examples.size() - positives));
        for (int step = 0; step < MOST_STEPS; step++) {
            double largest = 0;
            double[] by = step(solution);
            for (double of : by) {
                largest = Math.max(largest, Math.abs(of));
            }
            double share = Math.min(1, LONGEST_STEP / largest);
            for (int at = 0; at < by.length; at++) {
                solution[at] += share * by[at];
            }
            if (largest < SMALL_STEP) {
                break;
            }
        }
        return solution;
    }

    private double[] step(double[] solution) {
        int size = solution.length;
        double[][] hessian = new double[size][size];
        double[] gradient = new double[size];
        double[] x = new double[size];
        for (int row = 0; row < examples.size(); row++) {
            double logOdds = terms(examples.rows().get(row), solution, x);
            double chance = 1 / (1 + StrictMath.exp(-logOdds));
            double residual = (examples.uploads()[row] ? 1 : 0) - chance;
            double curvature = chance * (1 - chance);
            for (int at = 0; at < size; at++) {
                gradient[at] += x[at] * residual;
                for (int other = 0; other <= at; other++) {
                    hessian[at][other] += curvature * x[at] * x[other];
                }
            }
        }
        for (int at = 1; at < size; at++) {
            hessian[at][at] += penalty;
            gradient[at] -= penalty * solution[at];
        }
        return solve(hessian, gradient);
    }

    /** The columns of a row as they are used, a 1 before them; gives their weighted sum. */
    private double terms(double[] row, double[] solution, double[] x) {
        x[0] = 1;
        double sum = solution[0];
        for (int at = 0; at < used.length; at++) {
            x[at + 1] = (row[used[at]] - mean[at]) * scale[at];
            sum += x[at + 1] * solution[at + 1];
        }
        return sum;
    }

    /** By {@code A = L L'}; A is given by its lower half, and overwritten. */
    private static double[] solve(double[][] a, double[] right) {
        int size = right.length;
        for (int row = 0; row < size; row++) {
            for (int column = 0; column <= row; column++) {
                double sum = a[row][column];
                for (int k = 0; k < column; k++) {
                    sum -= a[row][k] * a[column][k];
                }
                // Positive definite by the penalty, and for the intercept since both outcomes are there.
                a[row][column] = row == column ? Math.sqrt(sum) : sum / a[column][column];
            }
        }
        double[] solution = Arrays.copyOf(right, size);
        for (int row = 0; row < size; row++) {
            for (int k = 0; k < row; k++) {
                solution[row] -= a[row][k] * solution[k];
            }
            solution[row] /= a[row][row];
        }
        for (int row = size - 1; row >= 0; row--) {
            for (int k = row + 1; k < size; k++) {
                solution[row] -= a[k][row] * solution[k];
            }
            solution[row] /= a[row][row];
        }
        return solution;
    }

    /** The weights of columns as they are. */
    private UploadModel model(double[] solution) {
        double[] weights = new double[CreatorCounts.columns().size()];
        double intercept = solution[0];
        for (int at = 0; at < used.length; at++) {
            weights[used[at]] = solution[at + 1] * scale[at];
            intercept -= weights[used[at]] * mean[at];
        }
        return new UploadModel(intercept, weights);
    }
}
