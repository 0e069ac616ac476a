package dev.linger.pipeline.protocol;

import dev.linger.data.Dataset;
import dev.linger.data.InteractionLog;

/**
 * The rows before an instant: what is fitted as of it looks at no others.
 *
 * @param log all rows before the instant
 * @param cutMillis the instant, in milliseconds since 1970-01-01 UTC
 */
public record TrainingWindow(InteractionLog log, long cutMillis) {
    /** The local day of the instant. */
    public int asOfDay(Dataset dataset) {
        return InteractionLog.dayOf(cutMillis, dataset.zone());
    }

    /** Whether each user has a play in it: one who has none is new. */
    public boolean[] hasPlays(int userCount) {
        boolean[] hasPlays = new boolean[userCount];
        for (int row = 0; row < log.size(); row++) {
            hasPlays[log.user(row)] = true;
        }
        return hasPlays;
    }
}
