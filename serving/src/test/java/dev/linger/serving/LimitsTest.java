package dev.linger.serving;

import static dev.linger.serving.TestServer.USER;
import static dev.linger.serving.TestServer.play;
import static dev.linger.serving.TestServer.tree;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is refused, and what happens when there is too much to do. */
final class LimitsTest {
    private static final String LIST = "/v1/users/" + USER + "/recommendations";

    @TempDir
    private static Path folder;

    private static Path model;

    @BeforeAll
    static void fit() {
        model = TinyModel.write(folder.resolve("may"), 1);
    }

    @Test
    void parameters_have_bounds_and_no_others_are_taken() {
        try (TestServer server = TestServer.start(TestServer.config(folder, model))) {
            assertRefused(server, 400, "k must be in 1..200 but is 201", LIST + "?k=201");
            assertRefused(server, 400, "k must be in 1..200 but is 0", LIST + "?k=0");
            assertRefused(server, 400, "k is given 2 times", LIST + "?k=1&k=2");
            assertRefused(server, 400, "k must be a whole number but is \\\"ten\\\"", LIST + "?k=ten");
            assertRefused(server, 400, "why must be true or false", LIST + "?why=maybe");
            assertRefused(server, 400, "unknown parameter hwy; did you mean why", LIST + "?hwy=true");
            assertRefused(server, 400, "id must be a whole number", "/v1/users/x/recommendations");
            assertRefused(server, 400, "of 64 bits", "/v1/users/9999999999999999999/recommendations");
            assertRefused(server, 404, "there is nothing at this path", "/v2/users/1/recommendations");
            assertRefused(server, 405, "this path allows POST", "/v1/plays");
            String thousand = ids(1_000);
            assertEquals(200, server.get(LIST + "?exclude=" + thousand).statusCode());
            assertRefused(server, 400, "exclude must be at most 1000 ids", LIST + "?exclude=" + thousand + ",1");
        }
    }

    private static String ids(int count) {
        return LongStream.range(70_000_000, 70_000_000L + count)
                .mapToObj(Long::toString)
                .collect(Collectors.joining(","));
    }

    private static void assertRefused(TestServer server, int status, String message, String path) {
        HttpResponse<String> response = server.get(path);
        assertEquals(status, response.statusCode(), response.body());
        assertTrue(response.body().contains(message), response.body());
        assertTrue(tree(response).get("error").get("code").isTextual());
    }

    @Test
    void bodies_and_headers_have_sizes() {
        try (TestServer server = TestServer.start(TestServer.config(folder, model))) {
            String large = " ".repeat((1 << 20) + 1);
            assertEquals(413, server.post("/v1/plays", large).statusCode());
            HttpRequest chunked = server.request("/v1/plays")
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofInputStream(
                            () -> new ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8))))
                    .build();
            assertEquals(413, server.send(chunked).statusCode());
            String full = Collections.nCopies(1_000, play("a", 1_000, 7_000, 1)).toString();
            assertEquals(200, server.post("/v1/plays", full).statusCode());
            HttpRequest.Builder wide = server.request("/healthz").header("X-Wide", "w".repeat(9_000));
            assertEquals(431, server.send(wide.build()).statusCode());
            HttpRequest.Builder wider = server.request("/healthz").header("X-Wide", "w".repeat(40_000));
            assertEquals(431, server.send(wider.build()).statusCode());
            HttpRequest.Builder form = server.request("/v1/plays").POST(HttpRequest.BodyPublishers.ofString("{}"));
            assertEquals(415, server.send(form.build()).statusCode());
        }
    }

    @Test
    void a_server_with_keys_answers_those_who_have_one() throws IOException {
        Path keys =
                Files.writeString(folder.resolve("keys"), "# of the shop\n0123456789abcdef0123\n\nfedcba9876543210\n");
        try (TestServer server = TestServer.start(TestServer.with(TestServer.config(folder, model), keys))) {
            assertEquals(200, server.get("/healthz").statusCode());
            assertEquals(200, server.get("/").statusCode());
            assertEquals(401, server.get(LIST).statusCode());
            assertEquals(401, server.get("/metrics").statusCode());
            assertEquals(401, server.post("/admin/rollback", "{}").statusCode());
            assertEquals(401, withKey(server, "Bearer 0123456789abcdef012"));
            assertEquals(401, withKey(server, "0123456789abcdef0123"));
            assertEquals(200, withKey(server, "Bearer 0123456789abcdef0123"));
            assertEquals(200, withKey(server, "bearer fedcba9876543210"));
        }
    }

    private static int withKey(TestServer server, String authorization) {
        return server.send(server.request(LIST)
                        .header("Authorization", authorization)
                        .build())
                .statusCode();
    }

    @Test
    void what_a_proxy_hands_on_does_not_administer() {
        try (TestServer server = TestServer.start(TestServer.config(folder, model))) {
            HttpRequest handedOn = server.json("/admin/rollback", "{}")
                    .header("X-Forwarded-For", "10.0.0.1")
                    .build();
            assertEquals(403, server.send(handedOn).statusCode());
            assertEquals(409, server.post("/admin/rollback", "{}").statusCode());
        }
    }

    @Test
    void too_many_requests_are_shed_in_time_and_then_all_is_well_again() {
        ServingConfig small = TestServer.with(TestServer.config(folder, model), 1, 2, 10_000);
        try (TestServer server = TestServer.start(small)) {
            List<CompletableFuture<HttpResponse<String>>> sent = new ArrayList<>();
            for (int request = 0; request < 300; request++) {
                sent.add(server.sendLater(
                        server.request(LIST + "?k=200&why=true").build()));
            }
            List<HttpResponse<String>> replies =
                    sent.stream().map(CompletableFuture::join).toList();
            List<HttpResponse<String>> shed =
                    replies.stream().filter(reply -> reply.statusCode() == 429).toList();
            assertTrue(!shed.isEmpty() && shed.size() < 300, shed.size() + " of 300 are shed");
            assertEquals(
                    300 - shed.size(),
                    replies.stream().filter(reply -> reply.statusCode() == 200).count());
            assertEquals("1", shed.get(0).headers().firstValue("Retry-After").orElse(""));
            assertEquals("too_busy", tree(shed.get(0)).get("error").get("code").textValue());
            assertEquals(200, server.get(LIST).statusCode());
            assertTrue(server.get("/metrics").body().contains("linger_shed_total " + shed.size() + ".0"));
        }
    }

    @Test
    void a_request_that_has_waited_too_long_is_answered_in_the_order_of_retrieval_and_says_so() {
        long watched;
        try (TestServer server = TestServer.start(TestServer.config(folder, model))) {
            watched = TestServer.videos(server.list(USER, "?k=1")).get(0);
        }
        ServingConfig hasty = TestServer.with(TestServer.config(folder, model), 1, 10, 0);
        try (TestServer server = TestServer.start(hasty)) {
            var list = server.list(USER, "?k=9");
            assertTrue(list.get("degraded").booleanValue());
            assertEquals(9, list.get("videos").size());
            assertEquals(watched, TestServer.videos(list).get(0));
            assertTrue(list.get("videos").get(0).get("foundBy").size() >= 1);
            server.good(server.post("/v1/plays", play("w", USER, watched, 9_000)));
            assertTrue(!TestServer.videos(server.list(USER, "?k=30")).contains(watched));
            assertTrue(server.get("/metrics").body().contains("linger_answers_degraded_total"));
        }
    }

    @Test
    void plays_for_which_there_is_no_room_are_refused_and_can_be_sent_again() {
        try (TestServer server = TestServer.start(TestServer.config(folder, model))) {
            server.store().full(true);
            String body = play("later", USER, 7_001, 5);
            HttpResponse<String> refused = server.post("/v1/plays", body);
            assertEquals(429, refused.statusCode());
            assertEquals("1", refused.headers().firstValue("Retry-After").orElse(""));
            assertEquals(
                    "plays cannot be kept at the moment; the server's log says why",
                    server.good(server.get("/readyz")).get("problem").textValue());
            assertTrue(server.get("/metrics").body().contains("linger_store_failing 1.0"));
            server.store().full(false);
            assertEquals(200, server.post("/v1/plays", body).statusCode());
        }
    }
}
