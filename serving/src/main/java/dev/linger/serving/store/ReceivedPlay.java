package dev.linger.serving.store;

/**
 * A play as a client reported it.
 *
 * @param id by which the client names it; a play that is sent again has the same
 * @param userId who played
 * @param itemId what was played
 * @param playMillis how long, at least 0
 * @param durationMillis length of the video, above 0
 * @param timestampMillis when the play began, in milliseconds since 1970-01-01 UTC
 */
public record ReceivedPlay(
        String id, long userId, long itemId, int playMillis, int durationMillis, long timestampMillis) {
    public ReceivedPlay {
        if (id.isEmpty()) {
            throw new IllegalArgumentException("a play must have an id");
        }
        if (playMillis < 0 || durationMillis <= 0) {
            throw new IllegalArgumentException(
                    "play must be >= 0 and duration > 0 ms but they were " + playMillis + " and " + durationMillis);
        }
    }
}
