package dev.linger.serving;

import static dev.linger.serving.TestServer.play;
import static dev.linger.serving.TestServer.tree;
import static dev.linger.serving.TestServer.videos;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.linger.serving.store.InMemoryPlayStore;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NewVideosTest {
    private static final long NEW = 9_001;

    @TempDir
    private static Path folder;

    @TempDir
    private Path data;

    private static Path may;

    @BeforeAll
    static void fit() {
        may = TinyModel.write(folder.resolve("may"), 1);
    }

    private static String upload(long video, String more) {
        return "{\"video\": " + video + more + "}";
    }

    private static String first(HttpResponse<String> kept, String key) {
        return tree(kept).get("videos").get(0).path(key).asText();
    }

    @Test
    void an_upload_is_in_the_fifth_place_at_once_and_still_after_a_restart_and_a_swap() {
        InMemoryPlayStore store = new InMemoryPlayStore();
        try (TestServer server = TestServer.start(TestServer.config(data, may), store)) {
            List<Long> before = videos(server.list(TestServer.USER, "?k=6"));
            HttpResponse<String> kept = server.post(
                    "/v1/videos",
                    upload(
                            NEW,
                            ", \"title\": \"A <cat>\", \"durationMillis\": 8000, \"creator\": \"ann\", \"tags\": [3]"));
            assertEquals("new", first(kept, "status"));
            assertEquals("the model does not have creator ann, tag 3, and goes by the rest", first(kept, "note"));
            JsonNode list = server.list(TestServer.USER, "?k=6");
            JsonNode fifth = list.get("videos").get(4);
            assertEquals(
                    "{\"rank\":5,\"video\":9001,\"title\":\"A <cat>\",\"durationMillis\":8000,",
                    fifth.toString().substring(0, fifth.toString().indexOf("\"score\"")));
            assertEquals("new-videos", fifth.get("foundBy").get(0).get("source").textValue());
            assertEquals(before.subList(0, 4), videos(list).subList(0, 4));
            assertEquals(before.get(4), videos(list).get(5));
            server.good(server.post("/admin/model", "{\"model\": \"" + may + "\"}"));
            assertEquals(
                    list.get("videos"), server.list(TestServer.USER, "?k=6").get("videos"));
        }
        try (TestServer server = TestServer.start(TestServer.config(data, may), store)) {
            assertEquals(NEW, videos(server.list(TestServer.USER, "?k=6")).get(4));
            assertEquals(NEW, videos(server.list(77, "?k=6")).get(4));
        }
    }

    @Test
    void a_play_takes_it_from_the_users_list_and_moves_it_in_those_of_others() {
        try (TestServer server = TestServer.start(TestServer.config(data, may))) {
            server.good(server.post("/v1/videos", "[" + upload(NEW, "") + "," + upload(NEW + 1, "") + "]"));
            assertEquals(NEW, videos(server.list(TestServer.USER, "?k=6")).get(4));
            JsonNode reply = server.good(server.post("/v1/plays", play("a", TestServer.USER, NEW, 100)));
            assertEquals(
                    "{\"id\":\"a\",\"status\":\"stored\"}",
                    reply.get("plays").get(0).toString());
            assertEquals(NEW + 1, videos(server.list(TestServer.USER, "?k=6")).get(4));
            assertEquals(
                    NEW + 1, videos(server.list(TestServer.USER + 1, "?k=6")).get(4));
            assertFalse(videos(server.list(TestServer.USER, "?k=60")).contains(NEW));
        }
    }

    @Test
    void a_video_that_is_withdrawn_is_in_no_list_until_it_is_uploaded_again() {
        try (TestServer server = TestServer.start(TestServer.config(data, may))) {
            long best = videos(server.list(TestServer.USER, "?k=1")).get(0);
            assertEquals(
                    "withdrawn", first(server.post("/v1/videos", upload(best, ", \"withdrawn\": true")), "status"));
            for (long user : List.of(TestServer.USER, TestServer.USER + 1, 77L)) {
                assertFalse(videos(server.list(user, "?k=60")).contains(best), "user " + user);
            }
            LongStream.range(TinyModel.VIDEO, TinyModel.VIDEO + 3)
                    .filter(video -> video != best)
                    .forEach(video ->
                            assertFalse(videos(server.good(server.get("/v1/videos/" + video + "/similar?k=200")))
                                    .contains(best)));
            assertEquals("known", first(server.post("/v1/videos", upload(best, "")), "status"));
            assertEquals(best, videos(server.list(TestServer.USER, "?k=1")).get(0));
            server.good(server.post("/v1/videos", upload(NEW, "")));
            server.good(server.post("/v1/videos", upload(NEW, ", \"withdrawn\": true")));
            assertFalse(videos(server.list(TestServer.USER, "?k=60")).contains(NEW));
        }
    }

    @Test
    void a_mistake_says_its_place_and_nothing_is_kept() {
        try (TestServer server = TestServer.start(TestServer.config(data, may))) {
            assertMistake(server, "$.video must be a whole number", "{}");
            assertMistake(
                    server, "$[1].tags must be an array", "[" + upload(1, "") + "," + upload(2, ",\"tags\":7") + "]");
            assertMistake(server, "$.tags[1] must be a whole number but is \"x\"", upload(2, ",\"tags\":[1,\"x\"]"));
            assertMistake(server, "$.title must be a text of at most 2000 characters", upload(2, ",\"title\":7"));
            assertMistake(server, "$.title must be a text", upload(2, ",\"title\":\"a\\u0000b\""));
            assertMistake(server, "$.durationMillis must be a whole number in 1..", upload(2, ",\"durationMillis\":0"));
            assertMistake(server, "$.withdrawn must be true or false but is 1", upload(2, ",\"withdrawn\":1"));
            assertMistake(server, "unknown key \"tag\"; did you mean tags", upload(2, ",\"tag\":[1]"));
            assertMistake(server, "$ must have 1..1000 videos but has 0", "[]");
            assertEquals(List.of(), server.store().videos());
            server.store().full(true);
            assertEquals(429, server.post("/v1/videos", upload(NEW, "")).statusCode());
        }
    }

    private static void assertMistake(TestServer server, String message, String body) {
        HttpResponse<String> response = server.post("/v1/videos", body);
        assertEquals(400, response.statusCode(), response.body());
        String told = tree(response).get("error").get("message").textValue();
        assertTrue(told.contains(message), told);
    }
}
