package dev.linger.ranker;

/**
 * Ridge regression of watch_ratio on the same features.
 *
 * @param l2 strength of the penalty, > 0: the loss is the mean squared error + l2 * sum of squared weights, so it means
 *     the same at any number of rows. Weights are of standardised numbers, so about 0.001 to 0.1 is usual
 * @param maxLevels a category with more levels than this among the training rows is left out, at least 1
 */
public record LinearConfig(double l2, int maxLevels) implements RankerConfig {
    public LinearConfig {
        if (!(l2 > 0) || Double.isInfinite(l2)) {
            throw new IllegalArgumentException("l2 must be > 0 and finite but was " + l2);
        }
        if (maxLevels < 1) {
            throw new IllegalArgumentException("maxLevels must be >= 1 but was " + maxLevels);
        }
    }
}
