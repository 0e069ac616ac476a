package dev.linger.serving.store;

import dev.linger.data.Id;
import java.nio.charset.StandardCharsets;

/**
 * A play as a client reported it.
 *
 * @param id by which the client names it; a play that is sent again has the same; valid Unicode, or two could become one in UTF-8
 * @param userId who played
 * @param itemId what was played
 * @param playMillis how long, at least 0
 * @param durationMillis length of the video, above 0
 * @param timestampMillis when the play began, in milliseconds since 1970-01-01 UTC
 */
public record ReceivedPlay(String id, Id userId, Id itemId, int playMillis, int durationMillis, long timestampMillis) {
    public ReceivedPlay {
        if (id.isEmpty()) {
            throw new IllegalArgumentException("a play must have an id");
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(id)) {
            throw new IllegalArgumentException("the id of a play must be valid Unicode, without half a surrogate pair");
        }
        if (playMillis < 0 || durationMillis <= 0) {
            throw new IllegalArgumentException(
                    "play must be >= 0 and duration > 0 ms but they were " + playMillis + " and " + durationMillis);
        }
    }

    /** A play by ids that are numbers. */
    public ReceivedPlay(String id, long userId, long itemId, int playMillis, int durationMillis, long timestampMillis) {
        this(id, Id.of(userId), Id.of(itemId), playMillis, durationMillis, timestampMillis);
    }
}
