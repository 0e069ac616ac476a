package dev.linger.pipeline.randomrows;

import dev.linger.data.InputException;
import java.util.List;

/**
 * What the command {@code random-rows} asks for.
 *
 * @param configs of the rankers, names or paths; they differ in nothing else
 * @param rows most rows that are drawn
 * @param testShare share of them that is predicted, above 0 and below 1
 * @param threshold a play of this watch ratio or more is relevant
 * @param k how many of a list count
 */
public record RandomRowsRequest(List<String> configs, int rows, double testShare, double threshold, int k) {
    public RandomRowsRequest {
        configs = List.copyOf(configs);
        check(rows >= 10, "--rows must be >= 10", rows);
        check(testShare > 0 && testShare < 1, "--test-share must be above 0 and below 1", testShare);
        check(threshold >= 0 && Double.isFinite(threshold), "--threshold must be >= 0 and finite", threshold);
        check(k >= 1, "--k must be >= 1", k);
    }

    private static void check(boolean holds, String rule, Number value) {
        if (!holds) {
            throw new InputException(rule + " but is " + value);
        }
    }
}
