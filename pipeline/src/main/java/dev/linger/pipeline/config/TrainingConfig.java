package dev.linger.pipeline.config;

/**
 * How much rankers learn from.
 *
 * @param recentDays plays to fit to are those of the last so many days of the fit window that have any; 0 takes the whole
 *     window. Candidates are those of one instant, so it leaves them as they are
 * @param maxRows about how many rows of a training set are kept, to fit and to validate together; of more rows, each list (the
 *     plays of a user on a day, or the candidates of a user) is kept with the same chance. 0 keeps all
 */
public record TrainingConfig(int recentDays, int maxRows) {
    public TrainingConfig {
        if (recentDays < 0) {
            throw new IllegalArgumentException("recentDays must be >= 0 but was " + recentDays);
        }
        if (maxRows < 0) {
            throw new IllegalArgumentException("maxRows must be >= 0 but was " + maxRows);
        }
    }
}
