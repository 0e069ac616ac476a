package dev.linger.features.history;

/**
 * How strongly a mean of few plays is drawn to the mean of its parent.
 *
 * @param priorPlays how many plays at the parent's mean each mean starts with, at least 0
 */
public record Shrinkage(double priorPlays) {
    public Shrinkage {
        if (!(priorPlays >= 0)) {
            throw new IllegalArgumentException("priorPlays must be >= 0 but was " + priorPlays);
        }
    }

    /**
     * {@code (sum + priorPlays * parentMean) / (count + priorPlays)}; NaN where the parent's mean is, and where nothing
     * is counted and {@code priorPlays} is 0.
     */
    public double mean(double sum, double count, double parentMean) {
        return (sum + priorPlays * parentMean) / (count + priorPlays);
    }
}
