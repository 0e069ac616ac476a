package dev.linger.recommender.live;

/** What became of a play. */
public enum Observed {
    /** All that can know it does. */
    COUNTED,
    /** The features stand at a later day: it is known as seen and to the sources, and to the features after the next fit. */
    LATE,
    /**
     * The model does not have the user: it is known as seen, to the sources that can fold the user in, and to the features where
     * these have room for the user and stand at no later day.
     */
    NEW_USER,
    /** The model does not have the video: it counts for how good a new video it is, and as seen. */
    NEW_VIDEO
}
