package dev.linger.candidates;

import dev.linger.data.InteractionLog;

/** Scores that go on counting plays after their source was fitted. One thread at a time observes. */
public interface CountingScorer {
    /** Counts plays that were not counted before, in any order of time. */
    void observe(InteractionLog plays);

    /**
     * The scores at an instant, as if the source had been fitted to all plays counted so far; they stay as they are.
     *
     * @param millis not before any play counted, in milliseconds since 1970-01-01 UTC
     */
    ItemScorer at(long millis);
}
