package dev.linger.serving.store;

/** What became of a play that was given to a store. */
public enum Stored {
    /** It was not known, and is now. */
    NEW,

    /** It was known already, with the same values. */
    DUPLICATE,

    /** Its id is known with other values, which stay. */
    CONFLICT
}
