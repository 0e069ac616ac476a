package dev.linger.pipeline.protocol;

/** What a system is for, by which its choices are made. */
public enum Purpose {
    /** To find, of all videos, those that a user will watch. */
    END_TO_END,
    /** To order given videos, those that are or could be shown, by what a user likes. */
    PREFERENCE
}
