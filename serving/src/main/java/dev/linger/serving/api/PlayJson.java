package dev.linger.serving.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.linger.data.InputException;
import dev.linger.data.SideTables;
import dev.linger.serving.json.IdJson;
import dev.linger.serving.json.StrictTree;
import dev.linger.serving.store.ReceivedPlay;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/** Plays as clients write them: one object, or an array of them. A mistake says its place, as {@code $[3].playMillis}. */
final class PlayJson {
    static final int MOST = 1_000;

    private static final List<String> KEYS = List.of("id", "user", "video", "playMillis", "durationMillis", "time");
    private static final int LONGEST_ID = 200;

    /** So far a client's clock may be ahead: a play of the next day would let the features begin that day for everybody. */
    private static final long AHEAD_MILLIS = 60_000;

    private PlayJson() {}

    /**
     * Reads plays.
     *
     * @param tables of the model, whose ids say what ids are
     * @param nowMillis plays of more than a minute later are mistakes of a clock
     * @throws InputException where anything is not as it should be; then no play is taken
     */
    static List<ReceivedPlay> read(byte[] body, SideTables tables, long nowMillis) {
        return StrictTree.objects(
                StrictTree.read(body), "plays", KEYS, MOST, (play, path) -> play(play, path, tables, nowMillis));
    }

    private static ReceivedPlay play(ObjectNode play, String path, SideTables tables, long nowMillis) {
        return new ReceivedPlay(
                id(play, path),
                IdJson.read(play, path, "user", tables.users()),
                IdJson.read(play, path, "video", tables.items()),
                (int) StrictTree.whole(play, path, "playMillis", 0, Integer.MAX_VALUE),
                (int) StrictTree.whole(play, path, "durationMillis", 1, Integer.MAX_VALUE),
                time(play, path, nowMillis));
    }

    private static String id(ObjectNode play, String path) {
        JsonNode id = play.get("id");
        if (id == null || !StrictTree.isText(id, 1, LONGEST_ID)) {
            throw new InputException(path + ".id must be a text of 1.." + LONGEST_ID
                    + " characters, the same whenever this play is sent, but is "
                    + (id == null ? "missing" : StrictTree.shown(id)));
        }
        return id.textValue();
    }

    private static long time(ObjectNode play, String path, long nowMillis) {
        JsonNode time = play.get("time");
        long millis = time != null && time.isTextual()
                ? parsed(time, path)
                : StrictTree.whole(play, path, "time", 0, Long.MAX_VALUE);
        if (millis < 0 || millis > nowMillis + AHEAD_MILLIS) {
            throw new InputException(
                    path + ".time must be after 1970 and not more than a minute after the server's clock, "
                            + Instant.ofEpochMilli(nowMillis) + ", but is " + StrictTree.shown(time));
        }
        return millis;
    }

    private static long parsed(JsonNode time, String path) {
        try {
            return OffsetDateTime.parse(time.textValue()).toInstant().toEpochMilli();
        } catch (DateTimeException | ArithmeticException mistake) {
            throw new InputException(
                    path + ".time must be like 2022-05-05T21:06:22+08:00, or milliseconds since 1970-01-01 UTC, but is "
                            + StrictTree.shown(time),
                    mistake);
        }
    }
}
