package dev.linger.serving;

import static dev.linger.serving.TestServer.tree;
import static dev.linger.serving.TestServer.videos;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.linger.data.Id;
import dev.linger.data.InputException;
import dev.linger.recommender.filter.Blocks;
import dev.linger.serving.impressions.ShownList;
import dev.linger.serving.impressions.StoredImpressions;
import dev.linger.serving.store.BlockChange;
import dev.linger.serving.store.InMemoryPlayStore;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What users block until they take it back. */
final class BlocksTest {
    private static final String OF_USER = "{\"user\": " + TestServer.USER;

    @TempDir
    private static Path folder;

    @TempDir
    private Path data;

    private static Path may;

    @BeforeAll
    static void fit() {
        may = TinyModel.write(folder.resolve("may"), 1);
    }

    private static String creator(long video) {
        return TinyModel.CREATOR + (video - TinyModel.VIDEO) / TinyModel.VIDEOS_OF_CREATOR;
    }

    private static List<String> creators(JsonNode list) {
        return videos(list).stream().map(BlocksTest::creator).toList();
    }

    private static long leftOut(JsonNode list) {
        for (JsonNode step : list.at("/funnel/leftOut")) {
            if (step.get("by").textValue().equals("blocked")) {
                return step.get("videos").longValue();
            }
        }
        return 0;
    }

    @Test
    void a_blocked_creator_is_in_no_list_of_the_user_after_a_restart_and_a_swap_until_unblocked() {
        InMemoryPlayStore store = new InMemoryPlayStore();
        String path = "/v1/users/" + TestServer.USER + "/blocks";
        JsonNode before;
        JsonNode ofOther;
        String blocked;
        try (TestServer server = TestServer.start(TestServer.config(data, may), store)) {
            before = server.list(TestServer.USER, "?k=20&why=true");
            ofOther = server.list(TestServer.USER + 2, "?k=20").get("videos");
            blocked = creators(before).get(0);
            String change = ", \"creators\": [\"" + blocked + "\", \"nobody\"], \"tags\": [9, 8]";
            assertEquals(
                    "{\"blocks\":[{\"user\":" + TestServer.USER + ",\"status\":\"blocked\"}]}",
                    server.good(server.post("/v1/blocks", OF_USER + change + "}"))
                            .toString());
            assertWithout(server, blocked);
            assertEquals(ofOther, server.list(TestServer.USER + 2, "?k=20").get("videos"));
            server.good(server.post("/admin/model", "{\"model\": \"" + may + "\"}"));
            assertWithout(server, blocked);
        }
        try (TestServer server = TestServer.start(TestServer.config(data, may), store)) {
            assertWithout(server, blocked);
            assertEquals(
                    "{\"user\":" + TestServer.USER + ",\"creators\":[\"" + blocked + "\",\"nobody\"],\"tags\":[8,9]}",
                    server.good(server.get(path)).toString());
            String back = ", \"creators\": [\"" + blocked + "\"], \"blocked\": false";
            assertEquals(
                    "{\"blocks\":[{\"user\":" + TestServer.USER + ",\"status\":\"unblocked\"}]}",
                    server.good(server.post("/v1/blocks", OF_USER + back + "}")).toString());
            assertEquals(
                    before.get("videos"),
                    server.list(TestServer.USER, "?k=20&why=true").get("videos"));
            assertEquals(
                    "[\"nobody\"]",
                    server.good(server.get(path)).get("creators").toString());
        }
    }

    private static void assertWithout(TestServer server, String blocked) {
        JsonNode list = server.list(TestServer.USER, "?k=20&why=true");
        assertFalse(creators(list).contains(blocked), list::toString);
        assertTrue(leftOut(list) > 0 && leftOut(list) <= TinyModel.VIDEOS_OF_CREATOR, list::toString);
    }

    @Test
    void what_the_request_blocks_is_left_out_too_and_so_are_new_videos_and_impressions_say_it() {
        Blocks both;
        try (TestServer server = TestServer.start(TestServer.config(data, may))) {
            server.good(server.post("/v1/videos", "{\"video\": 9001, \"creator\": \"ann\", \"tags\": [3]}"));
            assertTrue(videos(server.list(TestServer.USER, "?k=6")).contains(9001L));
            List<String> creators = creators(server.list(TestServer.USER, "?k=4"));
            server.good(server.post(
                    "/v1/blocks",
                    "[" + OF_USER + ", \"tags\": [3]}," + OF_USER + ", \"creators\": [\"" + creators.get(0) + "\"]}]"));
            assertFalse(videos(server.list(TestServer.USER, "?k=60")).contains(9001L));
            assertTrue(videos(server.list(TestServer.USER + 2, "?k=60")).contains(9001L));
            String other = creators(server.list(TestServer.USER, "?k=1")).get(0);
            List<String> left =
                    creators(server.list(TestServer.USER, "?k=20&blockCreators=" + other.replace(" ", "%20")));
            assertFalse(left.contains(other) || left.contains(creators.get(0)), left::toString);
            both = new Blocks(Set.of(creators.get(0), other), Set.of(3L));
        }
        List<ShownList> shown = new ArrayList<>();
        StoredImpressions.open(data.resolve("data/impressions")).forEach(shown::add);
        assertEquals(both, shown.get(shown.size() - 1).blocks());
        assertEquals(Blocks.NONE, shown.get(0).blocks());
    }

    @Test
    void mistakes_are_told_with_their_place_and_change_nothing() {
        try (TestServer server = TestServer.start(TestServer.config(data, may))) {
            assertRefused(server, "{}", "$ must have creators or tags, as {\"user\": 17, \"creators\": [\"12\"]}");
            assertRefused(server, "{\"tags\": [1]}", "$.user must be a whole number");
            assertRefused(server, OF_USER + "}", "$ must have creators or tags");
            assertRefused(
                    server, OF_USER + ", \"creators\": \"a\"}", "$.creators must be an array of at most 1000 texts");
            assertRefused(server, OF_USER + ", \"creators\": [\"a\", \"\"]}", "$.creators[1] must be a text of 1..200");
            assertRefused(server, OF_USER + ", \"tags\": [1.5]}", "$.tags[0] must be a whole number but is 1.5");
            assertRefused(
                    server, OF_USER + ", \"tags\": [1], \"blocked\": 1}", "$.blocked must be true or false but is 1");
            assertRefused(server, "[" + OF_USER + ", \"tags\": [1]}, " + OF_USER + "}]", "$[1] must have creators");
            assertRefused(server, OF_USER + ", \"tag\": 1}", "tag");
            server.good(server.post("/v1/blocks", OF_USER + ", \"tags\": " + tags(0, 1_000) + "}"));
            assertRefused(
                    server,
                    OF_USER + ", \"tags\": [1000]}",
                    "user " + TestServer.USER + " would block 1001 creators or tags, and may block 1000 of each");
            server.good(server.post(
                    "/v1/blocks",
                    "[" + OF_USER + ", \"tags\": [7], \"blocked\": false}," + OF_USER + ", \"tags\": [1000]}]"));
            server.store().full(true);
            assertEquals(
                    429,
                    server.post("/v1/blocks", OF_USER + ", \"tags\": [7], \"blocked\": false}")
                            .statusCode());
            assertEquals(
                    1_000,
                    server.good(server.get("/v1/users/" + TestServer.USER + "/blocks"))
                            .get("tags")
                            .size());
        }
    }

    private static String tags(int from, int to) {
        return IntStream.range(from, to).mapToObj(Integer::toString).collect(Collectors.joining(",", "[", "]"));
    }

    private static void assertRefused(TestServer server, String body, String message) {
        HttpResponse<String> response = server.post("/v1/blocks", body);
        assertEquals(400, response.statusCode(), response.body());
        String told = tree(response).get("error").get("message").textValue();
        assertTrue(told.contains(message), told);
    }

    @Test
    void blocks_of_users_of_another_kind_are_refused_at_the_start() {
        InMemoryPlayStore store = new InMemoryPlayStore();
        store.keepBlocks(List.of(new BlockChange(Id.of("ann"), new Blocks(Set.of(), Set.of(1L)), true)));
        assertEquals(
                "the folder of plays holds what user ann blocks, but the ids of the model are numbers; give the server"
                        + " another --data-dir, or a model that was fitted to such ids",
                assertThrows(InputException.class, () -> TestServer.start(TestServer.config(data, may), store))
                        .getMessage());
    }
}
