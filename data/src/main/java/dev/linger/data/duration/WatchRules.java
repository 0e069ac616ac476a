package dev.linger.data.duration;

import dev.linger.data.config.Key;

/** What a watch ratio says of a play: the one place that tells liked, completed and skipped plays. */
public record WatchRules(
        @Key(
                        value = "larger watch ratios count as this one in labels and means, > 0",
                        byDefault = "5.0",
                        because = "ratios have a long tail, up to several hundred, that a mean would follow")
                double ratioCap,
        @Key(
                        value = "a play with a larger watch ratio is liked",
                        byDefault = "1.0",
                        because = "watched on after the end")
                double likedAbove,
        @Key(
                        value = "a play of this watch ratio or more is complete",
                        byDefault = "1.0",
                        because = "watched to the end")
                double completedFrom,
        @Key(
                        value = "a play of a smaller watch ratio is a skip",
                        byDefault = "0.2",
                        because = "left within the first fifth")
                double skippedBelow) {
    /** The defaults. */
    public static final WatchRules DEFAULTS = new WatchRules(5, 1, 1, 0.2);

    public WatchRules {
        if (!(ratioCap > 0)) {
            throw new IllegalArgumentException("ratioCap must be > 0 but was " + ratioCap);
        }
        if (Double.isNaN(likedAbove) || Double.isNaN(completedFrom) || Double.isNaN(skippedBelow)) {
            throw new IllegalArgumentException("likedAbove, completedFrom and skippedBelow must be numbers but were "
                    + likedAbove + ", " + completedFrom + " and " + skippedBelow);
        }
    }

    /** {@code min(watchRatio, ratioCap)}. */
    public double capped(double watchRatio) {
        return Math.min(watchRatio, ratioCap);
    }

    public boolean isLiked(double watchRatio) {
        return watchRatio > likedAbove;
    }

    public boolean isCompleted(double watchRatio) {
        return watchRatio >= completedFrom;
    }

    public boolean isSkipped(double watchRatio) {
        return watchRatio < skippedBelow;
    }
}
