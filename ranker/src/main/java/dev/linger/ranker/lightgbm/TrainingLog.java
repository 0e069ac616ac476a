package dev.linger.ranker.lightgbm;

import java.util.List;

/**
 * How a training went.
 *
 * @param metric LightGBM's name of what was measured
 * @param higherIsBetter whether a higher metric is better; a lower one otherwise
 * @param bestRound the round of the best metric on the validation rows; the last round where there are none, and 0
 *     where no split was found at all
 * @param bestMetric that metric, NaN where there are no validation rows
 * @param lines the metric every ten rounds and after the last
 */
public record TrainingLog(String metric, boolean higherIsBetter, int bestRound, double bestMetric, List<Line> lines) {
    public TrainingLog {
        lines = List.copyOf(lines);
    }

    /**
     * The metric after so many trees.
     *
     * @param round number of trees, from 1
     * @param train metric on the training rows
     * @param validation metric on the validation rows, NaN where there are none
     */
    public record Line(int round, double train, double validation) {}
}
