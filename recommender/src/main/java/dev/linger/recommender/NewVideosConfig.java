package dev.linger.recommender;

import dev.linger.data.config.Key;

/** The places of videos that a model was not fitted to, in the lists of a live recommender. */
public record NewVideosConfig(
        @Key(
                        value =
                                "one of so many places of a list is that of a video that was uploaded since the fit; 0 for none",
                        byDefault = "10",
                        because = "a place on each page")
                int every,
        @Key(
                        value =
                                "which video gets it: that of the best `mean`, the best of a `draw` from what each might be, or that of"
                                        + " the best upper bound (`ucb`), so that videos of which little is known are tried",
                        byDefault = "\"mean\"",
                        because = "the same user gets the same list")
                By by) {
    /** No place is theirs. */
    public static final NewVideosConfig NONE = new NewVideosConfig(0, By.MEAN);

    /** What new videos are ordered by. */
    public enum By {
        /** The expected liked share. */
        MEAN,
        /** A draw from its posterior (Thompson sampling). */
        DRAW,
        /** An upper bound of its posterior. */
        UCB
    }

    public NewVideosConfig {
        if (every < 0) {
            throw new IllegalArgumentException("every must be >= 0 but was " + every);
        }
    }

    /** The same at other places. */
    public NewVideosConfig withEvery(int other) {
        return new NewVideosConfig(other, by);
    }
}
