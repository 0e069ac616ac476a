package dev.linger.features.history;

/**
 * How strongly a mean of few plays is drawn to the mean of its parent.
 *
 * @param priorPlays how many plays at the parent's mean each mean starts with, at least 0
 */
public record Shrinkage(double priorPlays) {
    /** What the key of a configuration means that gives the prior plays. */
    public static final String KEY = "how many plays at its parent's mean a smoothed mean starts with: "
            + "(sum + priorPlays * parent's mean) / (count + priorPlays); 0 does not smooth, >= 0";

    /** Default of that key. */
    public static final String DEFAULT = "10.0";

    /** Why that default. */
    public static final String REASON = "a mean of fewer plays says more of chance than of taste";

    public Shrinkage {
        require(priorPlays);
    }

    /**
     * Checks the key of a configuration.
     *
     * @throws IllegalArgumentException where it is not at least 0
     */
    public static void require(double priorPlays) {
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
