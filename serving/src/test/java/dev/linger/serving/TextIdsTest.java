package dev.linger.serving;

import static dev.linger.serving.TestServer.tree;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.linger.data.Id;
import dev.linger.data.InputException;
import dev.linger.serving.store.InMemoryPlayStore;
import dev.linger.serving.store.ReceivedPlay;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server of a model whose ids are texts, beside one that is the same but for its ids. */
final class TextIdsTest {
    private static final int AT = 3;
    private static final String USER = TinyModel.user(AT);

    @TempDir
    private static Path folder;

    @TempDir
    private Path data;

    private static Path texts;
    private static Path numbers;

    @BeforeAll
    static void fit() {
        texts = TinyModel.writeTexts(folder.resolve("texts"), 1);
        numbers = TinyModel.write(folder.resolve("numbers"), 1);
    }

    private static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static JsonNode list(TestServer server, String user, String query) {
        return server.good(server.get("/v1/users/" + encoded(user) + "/recommendations" + query));
    }

    private static String play(String id, String user, String video) {
        return play(id, JsonNodeFactory.instance.objectNode().put("user", user).put("video", video));
    }

    private static String play(String id, ObjectNode ids) {
        return ids.put("id", id)
                .put("playMillis", 100)
                .put("durationMillis", 10_000)
                .put("time", TinyModel.AS_OF.plusSeconds(60).toString())
                .toString();
    }

    private static List<String> videos(JsonNode list) {
        return StreamSupport.stream(list.get("videos").spliterator(), false)
                .map(video -> video.get("video"))
                .map(video -> video.isTextual()
                        ? video.textValue()
                        : TinyModel.video((int) (video.longValue() - TinyModel.VIDEO)))
                .toList();
    }

    private static String message(HttpResponse<String> reply) {
        assertEquals(400, reply.statusCode(), reply.body());
        return tree(reply).at("/error/message").textValue();
    }

    @Test
    void lists_are_those_of_the_same_model_with_numbers_before_and_after_a_play() {
        try (TestServer server = TestServer.start(TestServer.config(data, texts));
                TestServer twin = TestServer.start(TestServer.config(data.resolve("twin"), numbers))) {
            JsonNode list = list(server, USER, "?k=20&why=true");
            assertEquals(USER, list.get("user").textValue());
            assertTrue(list.get("known").booleanValue());
            assertEquals(videos(twin.list(TinyModel.USER + AT, "?k=20")), videos(list));
            String video = videos(list).get(0);
            String nobody = "b/../a%2F+&";
            for (String user : List.of(USER, nobody)) {
                JsonNode stored = server.good(server.post("/v1/plays", play("of " + user, user, video)));
                assertEquals("stored", stored.at("/plays/0/status").textValue());
                assertEquals(
                        "duplicate",
                        server.good(server.post("/v1/plays", play("of " + user, user, video)))
                                .at("/plays/0/status")
                                .textValue());
                if (user.equals(nobody)) {
                    assertEquals(
                            "the model does not have user b/../a%2F+&; until the next fit lists go by such plays"
                                    + " alone",
                            stored.at("/plays/0/note").textValue());
                }
            }
            long number = TinyModel.VIDEO + Integer.parseInt(video.substring(video.length() - 4)) - TinyModel.VIDEO;
            twin.good(twin.post("/v1/plays", TestServer.play("a", TinyModel.USER + AT, number, 100)));
            twin.good(twin.post("/v1/plays", TestServer.play("b", 77, number, 100)));
            assertEquals(videos(twin.list(TinyModel.USER + AT, "?k=20")), videos(list(server, USER, "?k=20")));
            JsonNode ofNobody = list(server, nobody, "?k=20");
            assertEquals(nobody, ofNobody.get("user").textValue());
            assertFalse(ofNobody.get("known").booleanValue());
            assertEquals(videos(twin.list(77, "?k=20")), videos(ofNobody));
        }
    }

    @Test
    void excluded_videos_are_named_by_texts_that_are_encoded_and_joined_by_commas() {
        try (TestServer server = TestServer.start(TestServer.config(data, texts))) {
            List<String> before = videos(list(server, USER, "?k=5"));
            String exclude = encoded(encoded(before.get(0)) + "," + encoded(before.get(2)));
            List<String> after = videos(list(server, USER, "?k=3&exclude=" + exclude));
            assertEquals(List.of(before.get(1), before.get(3), before.get(4)), after);
        }
    }

    @Test
    void neighbours_uploads_and_withdrawals_are_by_texts() {
        try (TestServer server = TestServer.start(TestServer.config(data, texts));
                TestServer twin = TestServer.start(TestServer.config(data.resolve("twin"), numbers))) {
            String video = TinyModel.video(5);
            JsonNode near = server.good(server.get("/v1/videos/" + encoded(video) + "/similar?k=5"));
            assertEquals(video, near.get("video").textValue());
            assertEquals(
                    videos(twin.good(twin.get("/v1/videos/" + (TinyModel.VIDEO + 5) + "/similar?k=5"))), videos(near));
            assertEquals(404, server.get("/v1/videos/nothing/similar").statusCode());
            String upload = JsonNodeFactory.instance
                    .objectNode()
                    .put("video", "new \u00e9")
                    .toString();
            assertEquals(
                    "{\"video\":\"new \u00e9\",\"status\":\"new\"}",
                    server.good(server.post("/v1/videos", upload))
                            .at("/videos/0")
                            .toString());
            assertEquals("new \u00e9", videos(list(server, USER, "?k=6")).get(4));
            String away = JsonNodeFactory.instance
                    .objectNode()
                    .put("video", video)
                    .put("withdrawn", true)
                    .toString();
            server.good(server.post("/v1/videos", away));
            assertFalse(videos(list(server, USER, "?k=60")).contains(video));
        }
    }

    @Test
    void ids_of_the_other_kind_and_texts_that_no_id_can_be_are_refused() {
        ObjectNode number =
                JsonNodeFactory.instance.objectNode().put("user", 14).put("video", TinyModel.video(0));
        try (TestServer server = TestServer.start(TestServer.config(data, texts))) {
            assertEquals(
                    "$.user must be a text, as the model's user ids are, but is 14",
                    message(server.post("/v1/plays", play("a", number))));
            assertEquals(
                    "$.video must be a text, as the model's video ids are, but is missing",
                    message(server.post("/v1/videos", "{}")));
            assertEquals(
                    "$.user must not begin or end with a blank, but is \" a\"",
                    message(server.post("/v1/plays", play("a", " a", "b"))));
            assertEquals(
                    "$.user must not be a word for what is missing, but is \"null\"",
                    message(server.post("/v1/plays", play("a", "null", "b"))));
            assertEquals(400, server.get("/v1/users//recommendations").statusCode());
            assertEquals(
                    "id must have at most 256 characters but has 257",
                    message(server.get("/v1/users/" + "a".repeat(257) + "/recommendations")));
            assertEquals(400, server.get("/v1/users/%00/recommendations").statusCode());
            assertEquals(400, server.get("/v1/users/%C3/recommendations").statusCode());
            assertEquals(0, server.good(server.get("/readyz")).get("plays").intValue());
        }
        try (TestServer server = TestServer.start(TestServer.config(data, numbers))) {
            assertEquals(
                    "id must be a whole number but is \"u_1\"", message(server.get("/v1/users/u_1/recommendations")));
            String text =
                    JsonNodeFactory.instance.objectNode().put("video", "7000").toString();
            assertTrue(message(server.post("/v1/videos", text)).startsWith("$.video must be a whole number in "));
        }
    }

    @Test
    void plays_are_known_again_after_a_restart_and_all_is_of_one_kind() {
        InMemoryPlayStore store = new InMemoryPlayStore();
        List<String> known;
        try (TestServer server = TestServer.start(TestServer.config(data, texts), store)) {
            server.good(server.post("/v1/plays", play("a", "newcomer", TinyModel.video(7))));
            known = videos(list(server, "newcomer", ""));
            String refused = message(server.post("/admin/model", "{\"model\": \"" + numbers + "\"}"));
            assertTrue(
                    refused.matches("the ids of numbers@\\w+ are numbers, but those of texts@\\w+ are texts; such .*"),
                    refused);
            assertEquals(known, videos(list(server, "newcomer", "")));
        }
        try (TestServer server = TestServer.start(TestServer.config(data, texts), store)) {
            assertEquals(known, videos(list(server, "newcomer", "")));
        }
        InMemoryPlayStore ofNumbers = new InMemoryPlayStore();
        ofNumbers
                .append(List.of(new ReceivedPlay("a", Id.of(1), Id.of(2), 1, 1, 1)))
                .join();
        assertEquals(
                "the folder of plays holds a play of user 1 and video 2, but the ids of the model are texts; give the server"
                        + " another --data-dir, or a model that was fitted to such ids",
                assertThrows(InputException.class, () -> TestServer.start(TestServer.config(data, texts), ofNumbers))
                        .getMessage());
    }
}
