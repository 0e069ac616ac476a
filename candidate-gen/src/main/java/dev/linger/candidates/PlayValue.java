package dev.linger.candidates;

/** What one play is worth before the plays of its pair are merged. */
@FunctionalInterface
public interface PlayValue {
    /** The watch ratio itself. */
    PlayValue RATIO = (durationMillis, watchRatio) -> watchRatio;

    /**
     * The value of a play, at least 0.
     *
     * @param durationMillis length of the video, at least 0
     * @param watchRatio how much of it was watched, at least 0
     */
    double of(double durationMillis, double watchRatio);

    /** {@code min(watchRatio, ratioCap)}. */
    static PlayValue capped(double ratioCap) {
        if (!(ratioCap > 0)) {
            throw new IllegalArgumentException("ratioCap must be > 0 but was " + ratioCap);
        }
        return (durationMillis, watchRatio) -> Math.min(watchRatio, ratioCap);
    }
}
