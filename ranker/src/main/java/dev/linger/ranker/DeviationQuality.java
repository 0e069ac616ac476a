package dev.linger.ranker;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How well the variance of what several models predict of a row tells how far their mean is off, on rows that none has learned
 * from. Models that learned from the same rows differ by less than they err, so their variance v is brought to that of the errors:
 *
 * <pre>
 * variance = floor + slope v
 * </pre>
 *
 * <p>by least squares over bins of every other list; the bins shown are of the lists between.
 *
 * <p>Sources: Lakshminarayanan, Pritzel and Blundell, "Simple and Scalable Predictive Uncertainty Estimation using Deep Ensembles",
 * NeurIPS 2017 (the variance of an ensemble); Levi, Gispan, Giladi and Fetaya, "Evaluating and Calibrating Uncertainty Prediction in
 * Regression Tasks", Sensors 22, 2022 (bins and their expected calibration error).
 *
 * @param bins of as many rows each, by rising variance
 */
public record DeviationQuality(List<Bin> bins, double floor, double slope) {
    private static final int BINS = 10;

    public DeviationQuality {
        bins = List.copyOf(bins);
    }

    /**
     * Rows of about the same variance.
     *
     * @param members root of the mean variance of the members
     * @param calibrated root of the mean of {@code floor + slope v}
     * @param observed root of the mean squared error
     */
    public record Bin(long rows, double members, double calibrated, double observed) {}

    /**
     * That of some rows; empty where they are too few.
     *
     * @param variance of the members' predictions of each row
     * @param prediction of each row
     * @param label what came
     * @param group the list of each row
     */
    public static Optional<DeviationQuality> of(double[] variance, double[] prediction, float[] label, int[] group) {
        List<Sums> toFit = bins(variance, prediction, label, group, 0);
        List<Sums> toShow = bins(variance, prediction, label, group, 1);
        if (toFit.size() < BINS || toShow.size() < BINS) {
            return Optional.empty();
        }
        double slope = Math.max(0, slope(toFit));
        double floor = mean(toFit, Sums::meanSquare) - slope * mean(toFit, Sums::meanVariance);
        if (floor < 0) {
            floor = 0;
            slope = mean(toFit, Sums::meanSquare) / mean(toFit, Sums::meanVariance);
        }
        double itsFloor = floor;
        double itsSlope = slope;
        return Optional.of(new DeviationQuality(
                toShow.stream()
                        .map(bin -> new Bin(
                                bin.rows,
                                Math.sqrt(bin.meanVariance()),
                                Math.sqrt(itsFloor + itsSlope * bin.meanVariance()),
                                Math.sqrt(bin.meanSquare())))
                        .toList(),
                floor,
                slope));
    }

    /** Sums over the rows of a bin. */
    private record Sums(long rows, double variance, double squares) {
        double meanVariance() {
            return variance / rows;
        }

        double meanSquare() {
            return squares / rows;
        }
    }

    /** The rows of the even lists, or of the odd ones, by rising variance; none where there are fewer rows than bins. */
    private static List<Sums> bins(double[] variance, double[] prediction, float[] label, int[] group, int parity) {
        int[] order = IntStream.range(0, variance.length)
                .filter(row -> group[row] % 2 == parity)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> variance[row]))
                .mapToInt(Integer::intValue)
                .toArray();
        List<Sums> bins = new ArrayList<>();
        for (int bin = 0; bin < BINS && order.length >= BINS; bin++) {
            int from = (int) ((long) order.length * bin / BINS);
            int to = (int) ((long) order.length * (bin + 1) / BINS);
            double variances = 0;
            double squares = 0;
            for (int at = from; at < to; at++) {
                double error = label[order[at]] - prediction[order[at]];
                variances += variance[order[at]];
                squares += error * error;
            }
            bins.add(new Sums(to - from, variances, squares));
        }
        return bins;
    }

    /** Of the least-squares line through mean variance and mean squared error; 0 where all variances are alike. */
    private static double slope(List<Sums> bins) {
        double x = mean(bins, Sums::meanVariance);
        double y = mean(bins, Sums::meanSquare);
        double products = mean(bins, bin -> (bin.meanVariance() - x) * (bin.meanSquare() - y));
        double squares = mean(bins, bin -> (bin.meanVariance() - x) * (bin.meanVariance() - x));
        return squares > 0 ? products / squares : 0;
    }

    private static <T> double mean(List<T> bins, ToDoubleFunction<T> of) {
        return bins.stream().mapToDouble(of).sum() / bins.size();
    }

    /** Expected calibration error of the members' own deviations: the mean over bins of {@code |deviation - observed| / deviation}. */
    public double errorOfMembers() {
        return error(Bin::members);
    }

    /** The same of the calibrated ones. */
    public double errorOfCalibrated() {
        return error(Bin::calibrated);
    }

    private double error(ToDoubleFunction<Bin> deviation) {
        return mean(
                bins, bin -> Math.abs(deviation.applyAsDouble(bin) - bin.observed()) / deviation.applyAsDouble(bin));
    }
}
