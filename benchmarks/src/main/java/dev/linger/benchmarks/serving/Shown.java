package dev.linger.benchmarks.serving;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.linger.data.InputException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/**
 * A list that a server gave, as far as plays of it need it.
 *
 * @param user whose it is
 * @param atMillis when, by the server's clock, which need not be that of this machine
 * @param videos in their order
 * @param durations of the videos in milliseconds
 */
record Shown(long user, long atMillis, List<Long> videos, List<Integer> durations) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** For a video whose length the server does not know. */
    private static final int SOME_MILLIS = 10_000;

    Shown {
        videos = List.copyOf(videos);
        durations = List.copyOf(durations);
    }

    /** @throws InputException where it is no list of a recommender */
    static Shown of(String answer) {
        try {
            JsonNode tree = JSON.readTree(answer);
            List<Long> videos = new ArrayList<>();
            List<Integer> durations = new ArrayList<>();
            for (JsonNode video : tree.path("videos")) {
                videos.add(video.path("video").asLong());
                durations.add(Math.max(1, video.path("durationMillis").asInt(SOME_MILLIS)));
            }
            long at = OffsetDateTime.parse(tree.path("at").asText()).toInstant().toEpochMilli();
            return new Shown(tree.path("user").asLong(), at, videos, durations);
        } catch (JsonProcessingException | DateTimeParseException mistake) {
            String start = answer.substring(0, Math.min(200, answer.length()));
            throw new InputException("this is no list of Linger: " + start, mistake);
        }
    }

    /** The play of one of its videos as a client reports it. */
    String play(String id, int position, double ratio) {
        ObjectNode play = JSON.createObjectNode();
        play.put("id", id);
        play.put("user", user);
        play.put("video", videos.get(position));
        play.put("playMillis", Math.round(ratio * durations.get(position)));
        play.put("durationMillis", durations.get(position));
        play.put("time", atMillis);
        return play.toString();
    }
}
