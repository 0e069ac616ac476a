package dev.linger.recommender.live;

/** A stage of an answer, in the order in which they follow one another; a list that is not re-ranked has no middle ones. */
public enum Stage {
    /** The sources, and their candidates merged. */
    RETRIEVE,
    /** The feature rows of the candidates. */
    FEATURES,
    /** The rankers, and the order. */
    RANK,
    /** Why each video is in the list, where that is asked for. */
    REASONS,
    /** Places for videos that were uploaded since the fit, where the list has some. */
    NEW_VIDEOS
}
