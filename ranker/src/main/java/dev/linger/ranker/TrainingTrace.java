package dev.linger.ranker;

import dev.linger.data.columns.ColumnReader;
import dev.linger.data.columns.ColumnWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * How a training that goes round by round went.
 *
 * @param metric name of what was measured
 * @param higherIsBetter whether a higher metric is better; a lower one otherwise
 * @param bestRound the round of the best metric on the validation rows; the last round where there are none, and 0
 *     where nothing was learned at all
 * @param bestMetric that metric, NaN where there are no validation rows
 * @param lines the metric every few rounds and after the last
 */
public record TrainingTrace(String metric, boolean higherIsBetter, int bestRound, double bestMetric, List<Line> lines) {
    public TrainingTrace {
        lines = List.copyOf(lines);
        if (bestRound < 0) {
            throw new IllegalArgumentException("bestRound must be >= 0 but was " + bestRound);
        }
    }

    /**
     * The metric after so many rounds.
     *
     * @param round number of rounds, from 1
     * @param train metric on the training rows
     * @param validation metric on the validation rows, NaN where there are none
     */
    public record Line(int round, double train, double validation) {}

    /** Writes it for {@link #readFrom}. */
    public void writeTo(ColumnWriter out) throws IOException {
        out.text(metric);
        out.number(higherIsBetter ? 1 : 0);
        out.number(bestRound);
        out.number(bestMetric);
        out.ints(lines.size(), at -> lines.get(at).round());
        out.doubles(lines.size(), at -> lines.get(at).train());
        out.doubles(lines.size(), at -> lines.get(at).validation());
    }

    /** What {@link #writeTo} wrote. */
    public static TrainingTrace readFrom(ColumnReader in) throws IOException {
        String metric = in.text();
        boolean higherIsBetter = in.number() == 1;
        int bestRound = in.number();
        double bestMetric = in.real();
        int[] rounds = in.ints();
        double[] train = in.doubles();
        double[] validation = in.doubles();
        if (train.length != rounds.length || validation.length != rounds.length) {
            throw new IllegalArgumentException(
                    rounds.length + " rounds but " + train.length + " and " + validation.length + " metrics");
        }
        List<Line> lines = new ArrayList<>();
        for (int at = 0; at < rounds.length; at++) {
            lines.add(new Line(rounds[at], train[at], validation[at]));
        }
        return new TrainingTrace(metric, higherIsBetter, bestRound, bestMetric, lines);
    }
}
