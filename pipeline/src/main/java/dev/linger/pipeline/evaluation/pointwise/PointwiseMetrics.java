package dev.linger.pipeline.evaluation.pointwise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How well predictions of the watch ratio meet it, over n plays. A metric that is not defined is NaN.
 *
 * @param rows n
 * @param mae mean absolute error, sum of |prediction - label| / n
 * @param rmse root of the mean squared error
 * @param medianAbsoluteError median of |prediction - label|, the mean of the middle two where n is even
 * @param bias mean prediction - mean label
 * @param xauc {@link Xauc}
 * @param calibration non-empty deciles of the predictions, ascending
 */
public record PointwiseMetrics(
        int rows,
        double mae,
        double rmse,
        double medianAbsoluteError,
        double bias,
        double xauc,
        List<Decile> calibration) {
    private static final int DECILES = 10;

    public PointwiseMetrics {
        calibration = List.copyOf(calibration);
    }

    /**
     * The plays of one tenth of the predictions. With the plays sorted by prediction, the play at position p (from 0)
     * lies in decile floor(10 p / n) + 1; plays of equal prediction stay together in the decile of the first of them, so
     * a constant prediction fills the first alone.
     *
     * @param decile from 1, lowest predictions, to 10
     * @param rows plays in it
     * @param meanPrediction mean of their predictions
     * @param meanLabel mean of their labels; equal to the mean prediction where the ranker is calibrated
     */
    public record Decile(int decile, int rows, double meanPrediction, double meanLabel) {}

    /** The standard error of {@link #mae} over as many independent plays: sqrt((rmse^2 - mae^2) / n). */
    public double standardErrorOfMae() {
        return Math.sqrt(Math.max(0, rmse * rmse - mae * mae) / rows);
    }

    /** Measures predictions of the watch ratio. */
    public static PointwiseMetrics of(double[] predictions, double[] labels) {
        return of(predictions, Labels.of(labels));
    }

    /** The same with labels that several predictions are measured against. */
    public static PointwiseMetrics of(double[] predictions, Labels ordered) {
        int[] ranks = DenseRanks.of(predictions);
        double xauc = Xauc.of(ranks, ordered);
        double[] labels = ordered.values();
        int n = labels.length;
        double[] errors = new double[n];
        double absolute = 0;
        double squared = 0;
        double signed = 0;
        for (int row = 0; row < n; row++) {
            double error = predictions[row] - labels[row];
            errors[row] = Math.abs(error);
            absolute += errors[row];
            squared += error * error;
            signed += error;
        }
        return new PointwiseMetrics(
                n,
                absolute / n,
                Math.sqrt(squared / n),
                median(errors),
                signed / n,
                xauc,
                calibration(predictions, ranks, labels));
    }

    /** Measures scores that order plays but are no watch ratios: the XAUC alone. */
    public static PointwiseMetrics ofScores(double[] scores, Labels labels) {
        double none = Double.NaN;
        double xauc = Xauc.of(DenseRanks.of(scores), labels);
        return new PointwiseMetrics(labels.size(), none, none, none, none, xauc, List.of());
    }

    /** What orders the plays of a user, and says nothing of those of two users. */
    public static PointwiseMetrics ofOrder(int rows) {
        double none = Double.NaN;
        return new PointwiseMetrics(rows, none, none, none, none, none, List.of());
    }

    private static double median(double[] values) {
        if (values.length == 0) {
            return Double.NaN;
        }
        Arrays.sort(values);
        int upper = values.length / 2;
        return values.length % 2 == 1 ? values[upper] : (values[upper - 1] + values[upper]) / 2;
    }

    private static List<Decile> calibration(double[] predictions, int[] ranks, double[] labels) {
        int n = labels.length;
        int[] decileOf = deciles(ranks);
        int[] rows = new int[DECILES];
        double[] predicted = new double[DECILES];
        double[] watched = new double[DECILES];
        for (int row = 0; row < n; row++) {
            int decile = decileOf[row];
            rows[decile]++;
            predicted[decile] += predictions[row];
            watched[decile] += labels[row];
        }
        List<Decile> calibration = new ArrayList<>();
        for (int decile = 0; decile < DECILES; decile++) {
            int count = rows[decile];
            if (count > 0) {
                calibration.add(new Decile(decile + 1, count, predicted[decile] / count, watched[decile] / count));
            }
        }
        return calibration;
    }

    /** The decile of each row, from 0. */
    private static int[] deciles(int[] rank) {
        int[] firstPosition = new int[rank.length + 1]; // of rank r, once the rows of each rank below are summed up
        for (int row : rank) {
            firstPosition[row + 1]++;
        }
        for (int at = 1; at < firstPosition.length; at++) {
            firstPosition[at] += firstPosition[at - 1];
        }
        int[] deciles = new int[rank.length];
        for (int row = 0; row < rank.length; row++) {
            deciles[row] = (int) ((long) DECILES * firstPosition[rank[row]] / rank.length);
        }
        return deciles;
    }
}
