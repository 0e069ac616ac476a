package dev.linger.serving;

import static dev.linger.serving.TestServer.USER;
import static dev.linger.serving.TestServer.play;
import static dev.linger.serving.TestServer.tree;
import static dev.linger.serving.TestServer.videos;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.linger.data.InputException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each route of one server. */
final class ServingTest {
    @TempDir
    private static Path folder;

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start(TestServer.config(folder, TinyModel.write(folder.resolve("may"), 1)));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void a_list_tells_the_way_of_each_video_and_who_made_it() {
        JsonNode list = server.list(USER, "?k=5&why=true");
        assertEquals(5, list.get("videos").size());
        assertEquals(USER, list.get("user").longValue());
        assertTrue(list.get("known").booleanValue());
        assertFalse(list.get("fallback").booleanValue() || list.get("degraded").booleanValue());
        assertTrue(list.get("model").textValue().matches("may@[0-9a-f]{12}"), list.get("model")::toString);
        assertEquals("current", list.get("variant").textValue());
        JsonNode first = list.get("videos").get(0);
        assertEquals(1, first.get("rank").intValue());
        assertEquals(10_000, first.get("durationMillis").intValue());
        assertTrue(first.get("why").get("plays").size() >= 1);
        assertEquals("als", first.get("why").get("plays").get(0).get("source").textValue());
    }

    @Test
    void what_is_excluded_is_left_out_and_k_is_twenty_unless_told() {
        List<Long> all = videos(server.list(USER + 1, ""));
        assertEquals(20, all.size());
        String two = all.get(0) + "," + all.get(2);
        List<Long> left = videos(server.list(USER + 1, "?exclude=" + two + ",999999&k=30"));
        assertFalse(left.contains(all.get(0)) || left.contains(all.get(2)));
        assertTrue(left.contains(all.get(1)));
    }

    @Test
    void reasons_come_with_what_left_out_how_many() {
        JsonNode funnel =
                server.list(USER, "?k=1&why=true&blockTags=4&exclude=7000").get("funnel");
        assertEquals(TinyModel.VIDEOS, funnel.get("videos").intValue());
        assertEquals("seen", funnel.get("leftOut").get(1).get("by").textValue());
        assertEquals("blocked", funnel.get("leftOut").get(2).get("by").textValue());
        int left = TinyModel.VIDEOS;
        for (JsonNode step : funnel.get("leftOut")) {
            left -= step.get("videos").intValue();
        }
        assertEquals(left, funnel.get("left").intValue());
        assertTrue(server.list(USER, "?k=1").get("funnel") == null);
    }

    @Test
    void a_user_who_is_not_known_gets_the_fallback() {
        JsonNode list = server.list(6, "?k=3");
        assertFalse(list.get("known").booleanValue());
        assertTrue(list.get("fallback").booleanValue());
        assertEquals(3, list.get("videos").size());
    }

    @Test
    void a_play_changes_the_next_list_and_counts_once() {
        long user = TinyModel.USER + 7;
        long video = videos(server.list(user, "?k=1")).get(0);
        String body = play("once", user, video, 9_000);
        JsonNode stored =
                server.good(server.post("/v1/plays", body)).get("plays").get(0);
        assertEquals("{\"id\":\"once\",\"status\":\"stored\"}", stored.toString());
        assertFalse(videos(server.list(user, "?k=30")).contains(video));
        assertEquals("duplicate", status(server.post("/v1/plays", body)));
        HttpResponse<String> other = server.post("/v1/plays", play("once", user, video, 8_000));
        assertEquals("conflict", status(other));
        assertTrue(other.body().contains("another play has this id"), other.body());
    }

    private static String status(HttpResponse<String> response) {
        return server.good(response).get("plays").get(0).get("status").textValue();
    }

    @Test
    void a_batch_says_what_became_of_each_and_of_which_nothing_is_known() {
        long time = TinyModel.AS_OF.toEpochMilli() + 5;
        String late = "{\"id\":\"c\",\"user\":1000,\"video\":7001,\"playMillis\":1,\"durationMillis\":2,\"time\":"
                + time + "}";
        JsonNode plays = server.good(server.post(
                        "/v1/plays", "[" + play("a", 5, 7_000, 1) + "," + play("b", 1_000, 5, 1) + "," + late + "]"))
                .get("plays");
        assertEquals(
                "the model does not have user 5; until the next fit lists go by such plays alone",
                plays.get(0).get("note").textValue());
        assertEquals(
                "the model does not have video 5; the play is kept for the next fit, and counts once the video is uploaded",
                plays.get(1).get("note").textValue());
        assertEquals("{\"id\":\"c\",\"status\":\"stored\"}", plays.get(2).toString());
    }

    @Test
    void a_mistake_in_a_play_says_its_place_and_nothing_is_kept() {
        String good = play("kept?", 1_000, 7_000, 1);
        assertMistake(
                "$[1].playMillis must be a whole number in 0..2147483647 but is -1",
                "[" + good + "," + good.replace("1,", "-1,") + "]");
        assertMistake("$[1].video must be a whole number", "[" + good + "," + good.replace("7000", "\"x\"") + "]");
        assertMistake(
                "$.user must be a whole number in -9223372036854775808..9223372036854775807 but is missing",
                "{\"id\": \"a\"}");
        assertMistake("$ has an unknown key \"usr\"; did you mean user", good.replace("user", "usr"));
        assertMistake("$.time must be like 2022-05-05T21:06:22+08:00", good.replace("Z\"", "\""));
        assertMistake("not more than a minute after the server's clock", good.replace("2020-", "2030-"));
        assertMistake("$.id must be a text of 1..200 characters", good.replace("kept?", ""));
        assertMistake("$ must have 1..1000 plays but has 0", "[]");
        assertMistake("$ must be an object with id", "7");
        assertMistake("the body is no JSON: see line 1, column 2", "{");
        assertMistake("the body is empty", "");
        assertMistake("the body is no JSON", "[".repeat(100));
        assertMistake("the body is no JSON", good + good);
        assertMistake(
                "$ must have 1..1000 plays but has 1001",
                Collections.nCopies(1_001, good).toString());
        assertEquals("stored", status(server.post("/v1/plays", good)));
    }

    private static void assertMistake(String message, String body) {
        HttpResponse<String> response = server.post("/v1/plays", body);
        assertEquals(400, response.statusCode(), response.body());
        String told = tree(response).get("error").get("message").textValue();
        assertTrue(told.contains(message), told);
    }

    @Test
    void similar_videos_are_the_nearest_by_the_factors_of_als() {
        JsonNode near = server.good(server.get("/v1/videos/7010/similar?k=6"));
        assertEquals("als", near.get("source").textValue());
        assertEquals(6, near.get("videos").size());
        assertFalse(videos(near).contains(7_010L));
        assertTrue(videos(near).stream().filter(video -> video % 2 == 0).count() >= 5, near::toString);
        assertEquals(404, server.get("/v1/videos/5/similar").statusCode());
    }

    @Test
    void health_readiness_and_metrics_are_told() {
        server.list(USER, "?k=7");
        assertEquals("{\"alive\":true}", server.get("/healthz").body());
        assertTrue(server.good(server.get("/readyz")).get("ready").booleanValue());
        String metrics = server.get("/metrics").body();
        for (String name : List.of(
                "linger_http_request_seconds_bucket{route=\"/v1/users/{id}/recommendations\",le=\"0.005\"}",
                "linger_stage_seconds_count{model=\"\",stage=\"queue\"}",
                "linger_stage_seconds_count{model=\"" + server.model() + "\",stage=\"answer\"}",
                "linger_answers_total{model=\"" + server.model() + "\",variant=\"current\"}",
                "linger_first_score{model=\"" + server.model() + "\",quantile=\"0.5\"}",
                "linger_first_score_at_warm_up_mean{model=\"" + server.model() + "\"}",
                "linger_model_info{model=\"" + server.model() + "\",slot=\"model\"} 1.0",
                "linger_users 40.0",
                "linger_queue_room 100.0")) {
            assertTrue(metrics.contains(name), () -> name + " in " + metrics);
        }
    }

    @Test
    void the_stages_of_answers_are_measured_and_take_no_longer_than_the_answers() {
        String model = server.model();
        server.list(USER, "");
        String before = server.get("/metrics").body();
        server.list(USER, "?why=true");
        server.list(USER + 1, "");
        server.list(6, "");
        String after = server.get("/metrics").body();
        List<String> inner = List.of("retrieve", "features", "rank", "reasons");
        assertEquals(
                List.of(3.0, 2.0, 2.0, 1.0),
                inner.stream()
                        .map(stage -> stage("count", stage, model, after) - stage("count", stage, model, before))
                        .toList());
        double sum = inner.stream()
                .mapToDouble(stage -> stage("sum", stage, model, after) - stage("sum", stage, model, before))
                .sum();
        double whole = stage("sum", "answer", model, after) - stage("sum", "answer", model, before);
        assertTrue(0 < sum && sum <= whole + 1e-9, sum + " s of " + whole);
    }

    private static double stage(String what, String stage, String model, String metrics) {
        String name = "linger_stage_seconds_" + what + "{model=\"" + model + "\",stage=\"" + stage + "\"} ";
        return metrics.lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length())))
                .sum();
    }

    @Test
    void every_reply_has_the_headers_of_safety_and_none_that_names_the_server() {
        for (String path : List.of("/", "/healthz", "/nothing", "/v1/users/x/recommendations", "/openapi.json")) {
            HttpResponse<String> response = server.get(path);
            assertEquals("nosniff", header(response, "X-Content-Type-Options"), path);
            assertEquals("DENY", header(response, "X-Frame-Options"), path);
            assertTrue(header(response, "Content-Security-Policy").startsWith("default-src 'none'"), path);
            assertEquals(Optional.empty(), response.headers().firstValue("Server"), path);
        }
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    @Test
    void an_address_that_is_not_this_machine_needs_keys() {
        Path model = folder.resolve("may");
        InputException mistake = assertThrows(
                InputException.class,
                () -> new ServingConfig(
                        model,
                        Optional.empty(),
                        "0.0.0.0",
                        0,
                        Optional.empty(),
                        folder,
                        1,
                        1,
                        1,
                        ServingConfig.ClockMode.NOW,
                        OptionalInt.empty(),
                        0));
        assertTrue(String.valueOf(mistake.getMessage()).contains("name a file of them with --keys"));
    }

    @Test
    void a_port_that_is_taken_is_told() {
        ServingConfig config = TestServer.config(folder, folder.resolve("may"));
        ServingConfig taken = new ServingConfig(
                config.model(),
                config.beside(),
                config.host(),
                server.port(),
                config.keys(),
                folder.resolve("other"),
                1,
                1,
                1,
                config.clock(),
                OptionalInt.empty(),
                0);
        InputException mistake = assertThrows(InputException.class, () -> TestServer.start(taken));
        assertTrue(String.valueOf(mistake.getMessage()).contains("choose another --port"), mistake::getMessage);
    }
}
