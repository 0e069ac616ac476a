package dev.linger.ranker;

/** What the scores of a ranker are; whatever they are, the higher, the better. */
public enum Prediction {
    /** The watch ratio: a number that can be compared with what was watched. */
    WATCH_RATIO,
    /** The log-odds that the row is relevant: {@code P = 1 / (1 + exp(-score))}. */
    LOG_ODDS,
    /** Nothing but an order. */
    SCORE
}
