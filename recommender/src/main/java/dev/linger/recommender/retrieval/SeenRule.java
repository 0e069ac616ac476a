package dev.linger.recommender.retrieval;

import java.time.Duration;

/**
 * How long a video that a user has played counts as seen, after the last play.
 *
 * @param forMillis 0 where it may come again at once, {@link Long#MAX_VALUE} where it never may
 */
public record SeenRule(long forMillis) {
    /** What has been played does not come again. */
    public static final SeenRule FOREVER = new SeenRule(Long.MAX_VALUE);

    public SeenRule {
        if (forMillis < 0) {
            throw new IllegalArgumentException("forMillis must be >= 0 but was " + forMillis);
        }
    }

    /** The rule by which videos may come again so many days of 24 hours after the last play. */
    public static SeenRule ofDays(int days) {
        return new SeenRule(Duration.ofDays(days).toMillis());
    }

    /** Whether it never changes that a video is seen. */
    public boolean isForever() {
        return equals(FOREVER);
    }

    /** The earliest time of a play by which a video counts as seen at an instant, both in milliseconds since 1970-01-01 UTC. */
    public long since(long atMillis) {
        if (isForever()) {
            return Long.MIN_VALUE;
        }
        return forMillis == 0 ? Long.MAX_VALUE : atMillis - forMillis;
    }
}
