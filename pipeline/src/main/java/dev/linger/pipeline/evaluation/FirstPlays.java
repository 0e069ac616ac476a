package dev.linger.pipeline.evaluation;

import dev.linger.data.InteractionLog;
import java.util.Arrays;

/** When each video was first played in a log. */
public final class FirstPlays {
    private static final long NEVER = Long.MAX_VALUE;

    private final long[] millis;

    private FirstPlays(long[] millis) {
        this.millis = millis;
    }

    /** The instant of each video's first play; {@code Long.MAX_VALUE} for one that was never played. */
    public static FirstPlays of(long[] millis) {
        return new FirstPlays(millis);
    }

    /** Those of a log, which is in order of time. */
    public static FirstPlays in(InteractionLog log, int itemCount) {
        long[] millis = new long[itemCount];
        Arrays.fill(millis, NEVER);
        for (int row = log.size() - 1; row >= 0; row--) {
            millis[log.item(row)] = log.timestampMillis(row);
        }
        return new FirstPlays(millis);
    }

    public boolean isPlayed(int item) {
        return millis[item] != NEVER;
    }

    /** When a played one was first, in milliseconds since 1970-01-01 UTC. */
    public long first(int item) {
        return millis[item];
    }
}
