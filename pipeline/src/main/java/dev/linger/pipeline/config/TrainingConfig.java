package dev.linger.pipeline.config;

import dev.linger.data.config.Key;

/** How much rankers learn from. */
public record TrainingConfig(
        @Key(
                        value =
                                "Plays to fit to are those of the last so many days of the training window that have any; 0 takes the whole window",
                        byDefault = "0",
                        because = "candidates are those of the beginning of a stretch, so it leaves them as they are")
                int recentDays,
        @Key(
                        value =
                                "Into how many stretches of about as many days the training window is cut, each with lists that were"
                                        + " asked for when it began; as many as it has days at most",
                        byDefault = "2",
                        because =
                                "each teaches how the next days differ from what is known; each takes another fit of all sources")
                int stretches,
        @Key(
                        value =
                                "About how many rows of each training set are kept, to fit and to validate together; 0 keeps all",
                        byDefault = "1500000",
                        because =
                                "of more rows, each list (the plays of a user on a day, or the candidates of a user) is kept with the same chance")
                int maxRows,
        @Key(
                        value = "Share of the lists that is kept of those, above 0 and at most 1",
                        byDefault = "1",
                        because = "a quick try with a tenth often tells which variants are not worth a whole one")
                double share) {
    public TrainingConfig {
        if (recentDays < 0) {
            throw new IllegalArgumentException("recentDays must be >= 0 but was " + recentDays);
        }
        if (stretches < 1) {
            throw new IllegalArgumentException("stretches must be >= 1 but was " + stretches);
        }
        if (maxRows < 0) {
            throw new IllegalArgumentException("maxRows must be >= 0 but was " + maxRows);
        }
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("share must be above 0 and at most 1 but was " + share);
        }
    }
}
