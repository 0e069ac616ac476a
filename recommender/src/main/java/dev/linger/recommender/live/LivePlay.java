package dev.linger.recommender.live;

import dev.linger.data.Id;

/**
 * A play that has just happened, by the ids of the data.
 *
 * @param userId who played
 * @param itemId what was played
 * @param playMillis how long, at least 0
 * @param durationMillis length of the video, above 0
 * @param timestampMillis when the play began, in milliseconds since 1970-01-01 UTC
 */
public record LivePlay(Id userId, Id itemId, int playMillis, int durationMillis, long timestampMillis) {
    public LivePlay {
        if (playMillis < 0 || durationMillis <= 0) {
            throw new IllegalArgumentException(
                    "play must be >= 0 and duration > 0 ms but they were " + playMillis + " and " + durationMillis);
        }
    }

    /** A play by ids that are numbers. */
    public LivePlay(long userId, long itemId, int playMillis, int durationMillis, long timestampMillis) {
        this(Id.of(userId), Id.of(itemId), playMillis, durationMillis, timestampMillis);
    }
}
