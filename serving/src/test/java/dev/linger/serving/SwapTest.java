package dev.linger.serving;

import static dev.linger.serving.TestServer.USER;
import static dev.linger.serving.TestServer.play;
import static dev.linger.serving.TestServer.videos;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.linger.serving.store.InMemoryPlayStore;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models that change, and models beside each other. */
final class SwapTest {
    @TempDir
    private static Path folder;

    private static Path may;
    private static Path june;

    @TempDir
    private Path data;

    @BeforeAll
    static void fit() {
        may = TinyModel.write(folder.resolve("may"), 1);
        june = TinyModel.write(folder.resolve("june"), 2);
    }

    private static String model(Path path) {
        return "{\"model\": \"" + path + "\"}";
    }

    @Test
    void models_change_under_load_without_a_failed_request_and_know_all_plays() throws InterruptedException {
        try (TestServer server = TestServer.start(TestServer.config(data, may))) {
            AtomicBoolean stop = new AtomicBoolean();
            List<String> failures = Collections.synchronizedList(new ArrayList<>());
            Set<String> models = Collections.synchronizedSet(new TreeSet<>());
            List<Thread> clients = Stream.of(0, 1)
                    .map(client -> new Thread(() -> load(server, client, stop, failures, models)))
                    .toList();
            clients.forEach(Thread::start);
            for (int change = 0; change < 6; change++) {
                HttpResponse<String> changed = change % 3 == 2
                        ? server.post("/admin/rollback", "{}")
                        : server.post("/admin/model", model(change % 2 == 0 ? june : may));
                assertEquals(200, changed.statusCode(), changed.body());
            }
            stop.set(true);
            for (Thread client : clients) {
                client.join();
            }
            assertEquals(List.of(), failures);
            assertEquals(2, models.size(), models::toString);
        }
    }

    /** Asks, and watches what it gets: it must not come again, whichever model answers. */
    private static void load(
            TestServer server, int client, AtomicBoolean stop, List<String> failures, Set<String> models) {
        long user = TinyModel.USER + client;
        Set<Long> watched = new TreeSet<>();
        for (int request = 0; !stop.get(); request++) {
            HttpResponse<String> reply = server.get("/v1/users/" + user + "/recommendations?k=30");
            if (reply.statusCode() != 200) {
                failures.add(reply.statusCode() + " " + reply.body());
                return;
            }
            JsonNode list = TestServer.tree(reply);
            models.add(list.get("model").textValue());
            videos(list).stream().filter(watched::contains).forEach(video -> failures.add("again: " + video));
            if (request % 20 == 0 && !videos(list).isEmpty()) {
                long video = videos(list).get(0);
                server.good(server.post("/v1/plays", play(client + "-" + request, user, video, 9_000)));
                watched.add(video);
            }
        }
    }

    @Test
    void the_model_before_serves_again_after_a_rollback_and_a_bad_one_never_does() throws IOException {
        try (TestServer server = TestServer.start(TestServer.config(data, may))) {
            String first = server.model();
            assertEquals(409, server.post("/admin/rollback", "{}").statusCode());
            HttpResponse<String> missing = server.post("/admin/model", model(folder.resolve("nothing")));
            assertEquals(400, missing.statusCode());
            assertTrue(missing.body().contains("holds no finished model"), missing.body());
            Path damaged = copy(june, data.resolve("damaged"));
            Files.writeString(damaged.resolve("recommender.conf"), "changed");
            assertEquals(400, server.post("/admin/model", model(damaged)).statusCode());
            assertEquals(first, server.model());
            JsonNode changed = server.good(server.post("/admin/model", model(june)));
            assertEquals(first, changed.get("previous").textValue());
            assertTrue(changed.get("model").textValue().startsWith("june@"));
            assertEquals(
                    first,
                    server.good(server.post("/admin/rollback", "{}"))
                            .get("model")
                            .textValue());
            assertEquals(first, server.list(USER, "").get("model").textValue());
        }
    }

    private static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
        return to;
    }

    @Test
    void plays_outlive_the_process_and_those_that_a_model_was_fitted_to_count_once() {
        InMemoryPlayStore store = new InMemoryPlayStore();
        ServingConfig config = TestServer.config(data, may);
        long watched;
        try (TestServer server = TestServer.start(config, store)) {
            watched = videos(server.list(USER, "?k=1")).get(0);
            server.good(server.post("/v1/plays", play("kept", USER, watched, 9_000)));
            String old = play("old", USER, watched, 9_000).replace("2020-09-06", "2020-09-01");
            server.good(server.post("/v1/plays", old));
            assertTrue(server.get("/metrics").body().contains("linger_plays_known 2.0"));
        }
        try (TestServer server = TestServer.start(config, store)) {
            assertFalse(videos(server.list(USER, "?k=30")).contains(watched));
            assertEquals(2, server.good(server.get("/readyz")).get("plays").intValue());
        }
    }

    @Test
    void a_candidate_answers_its_share_of_users_and_always_the_same() {
        ServingConfig.Second second = new ServingConfig.Second(june, 0.3);
        try (TestServer server = TestServer.start(TestServer.with(TestServer.config(data, may), second))) {
            int ofCandidate = 0;
            for (long user = TinyModel.USER; user < TinyModel.USER + TinyModel.USERS; user++) {
                JsonNode list = server.list(user, "?k=1");
                boolean isCandidate = list.get("variant").textValue().equals("candidate");
                assertEquals(isCandidate, list.get("model").textValue().startsWith("june@"));
                assertEquals(list.get("variant"), server.list(user, "?k=2").get("variant"));
                ofCandidate += isCandidate ? 1 : 0;
            }
            assertTrue(ofCandidate >= 5 && ofCandidate <= 20, ofCandidate + " of 40");
        }
        List<JsonNode> lines = impressions();
        assertEquals(80, lines.size());
        for (JsonNode line : lines) {
            boolean isCandidate = line.get("variant").textValue().equals("candidate");
            assertEquals(isCandidate ? 0.3 : 0.7, line.get("propensity").doubleValue(), 1e-12);
            assertTrue(line.get("served").booleanValue());
            assertEquals(1, line.get("videos").get(0).get("rank").intValue());
        }
    }

    @Test
    void a_shadow_is_asked_and_noted_and_serves_nobody() {
        ServingConfig.Second second = new ServingConfig.Second(june, 0);
        try (TestServer server = TestServer.start(TestServer.with(TestServer.config(data, may), second))) {
            for (long user = TinyModel.USER; user < TinyModel.USER + 10; user++) {
                assertEquals("current", server.list(user, "").get("variant").textValue());
            }
            String name = server.good(server.get("/readyz")).get("shadow").textValue();
            while (!server.get("/metrics")
                    .body()
                    .contains("linger_shadow_overlap_ratio_count{model=\"" + name + "\"} 10")) {
                Thread.onSpinWait();
            }
        }
        List<JsonNode> lines = impressions();
        assertEquals(
                10,
                lines.stream().filter(line -> line.get("served").booleanValue()).count());
        assertEquals(
                10,
                lines.stream()
                        .filter(line -> line.get("variant").textValue().equals("shadow"))
                        .count());
    }

    private List<JsonNode> impressions() {
        try {
            Path file = data.resolve("data/impressions/impressions-000001.jsonl");
            List<JsonNode> lines = new ArrayList<>();
            for (String line : Files.readAllLines(file)) {
                lines.add(new ObjectMapper().readTree(line));
            }
            return lines;
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }
}
