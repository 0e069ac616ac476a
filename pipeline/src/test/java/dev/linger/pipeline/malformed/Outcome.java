package dev.linger.pipeline.malformed;

/** How a variant ended. */
enum Outcome {
    /** One message says what is wrong, and where. */
    REFUSED,
    /** Accepted, and a rule has counted what was wrong; of a snapshot, left aside with a note. */
    COUNTED,
    /** Accepted: the values that now stand there can be read, and are what the data has. */
    AS_WRITTEN,
    /** Accepted: nothing that is read has changed. */
    EQUAL,
    /** Something was lost or changed without a word, a stack trace was shown, or it did not end. */
    FAILED
}
