package dev.linger.ranker.mean;

import dev.linger.data.columns.ColumnReader;
import dev.linger.data.columns.ColumnWriter;
import dev.linger.ranker.TrainingTrace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Weights of a mean, and how they were found: one member after the other is drawn, again and again the one with which the mean
 * of all drawn is nearest to the labels, and the best number of draws is kept.
 *
 * @param weights one a member, at least 0, with the sum 1
 * @param trace mean absolute error after each draw
 */
record WeightChoice(double[] weights, TrainingTrace trace) {
    WeightChoice {
        double sum = 0;
        for (double weight : weights) {
            if (!(weight >= 0)) {
                throw new IllegalArgumentException("weights must be >= 0 but are " + Arrays.toString(weights));
            }
            sum += weight;
        }
        if (!(Math.abs(sum - 1) < 1e-9)) {
            throw new IllegalArgumentException("weights must sum up to 1 but are " + Arrays.toString(weights));
        }
    }

    /** The same weight for each. */
    static WeightChoice equal(int members) {
        double[] weights = new double[members];
        Arrays.fill(weights, 1.0 / members);
        return new WeightChoice(weights, new TrainingTrace("l1", false, members, Double.NaN, List.of()));
    }

    /**
     * Those of least mean absolute error; of equally good members the first is drawn.
     *
     * @param scores of each member, {@code [member][row]}
     */
    static WeightChoice of(double[][] scores, float[] labels, int draws) {
        double[] sum = new double[labels.length];
        int[] drawn = new int[scores.length];
        List<TrainingTrace.Line> lines = new ArrayList<>();
        double[] best = new double[0];
        double least = Double.POSITIVE_INFINITY;
        int bestDraw = 0;
        for (int draw = 1; draw <= draws; draw++) {
            int member = nearest(scores, sum, draw, labels);
            for (int row = 0; row < sum.length; row++) {
                sum[row] += scores[member][row];
            }
            drawn[member]++;
            double error = error(sum, new double[sum.length], draw, labels);
            lines.add(new TrainingTrace.Line(draw, Double.NaN, error));
            if (error < least) {
                least = error;
                bestDraw = draw;
                best = shares(drawn, draw);
            }
        }
        return new WeightChoice(best, new TrainingTrace("l1", false, bestDraw, least, lines));
    }

    private static double[] shares(int[] drawn, int draws) {
        return Arrays.stream(drawn).mapToDouble(of -> (double) of / draws).toArray();
    }

    private static int nearest(double[][] scores, double[] sum, int draws, float[] labels) {
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int member = 0; member < scores.length; member++) {
            double error = error(sum, scores[member], draws, labels);
            if (error < least) {
                least = error;
                nearest = member;
            }
        }
        return nearest;
    }

    private static double error(double[] sum, double[] next, int draws, float[] labels) {
        double error = 0;
        for (int row = 0; row < labels.length; row++) {
            error += Math.abs((sum[row] + next[row]) / draws - labels[row]);
        }
        return error / labels.length;
    }

    void writeTo(ColumnWriter out) throws IOException {
        out.doubles(weights);
        trace.writeTo(out);
    }

    static WeightChoice readFrom(ColumnReader in, int members) throws IOException {
        WeightChoice choice = new WeightChoice(in.doubles(), TrainingTrace.readFrom(in));
        if (choice.weights.length != members) {
            throw new IllegalArgumentException(
                    "it has weights of " + choice.weights.length + " members but the configuration has " + members);
        }
        return choice;
    }
}
