package dev.linger.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.linger.serving.store.InMemoryPlayStore;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.StreamSupport;

/** A real server on a real socket, and a client of it. */
final class TestServer implements AutoCloseable {
    static final long USER = TinyModel.USER + 3;

    private final Serving serving;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final InMemoryPlayStore store;
    private final ConcurrentLinkedQueue<String> failures;

    private TestServer(Serving serving, InMemoryPlayStore store, ConcurrentLinkedQueue<String> failures) {
        this.serving = serving;
        this.store = store;
        this.failures = failures;
    }

    /** What most tests serve. */
    static ServingConfig config(Path folder, Path model) {
        return new ServingConfig(
                model,
                Optional.empty(),
                "127.0.0.1",
                0,
                Optional.empty(),
                folder.resolve("data"),
                2,
                100,
                10_000,
                ServingConfig.ClockMode.LOG,
                OptionalInt.empty(),
                0);
    }

    static ServingConfig with(ServingConfig of, int threads, int queue, int degradeMillis) {
        return new ServingConfig(
                of.model(),
                of.beside(),
                of.host(),
                of.port(),
                of.keys(),
                of.data(),
                threads,
                queue,
                degradeMillis,
                of.clock(),
                of.newVideosEvery(),
                of.snapshotEvery());
    }

    static ServingConfig with(ServingConfig of, ServingConfig.Second second) {
        return new ServingConfig(
                of.model(),
                Optional.of(second),
                of.host(),
                of.port(),
                of.keys(),
                of.data(),
                of.threads(),
                of.queue(),
                of.degradeMillis(),
                of.clock(),
                of.newVideosEvery(),
                of.snapshotEvery());
    }

    static ServingConfig with(ServingConfig of, Path keys) {
        return new ServingConfig(
                of.model(),
                of.beside(),
                of.host(),
                of.port(),
                Optional.of(keys),
                of.data(),
                of.threads(),
                of.queue(),
                of.degradeMillis(),
                of.clock(),
                of.newVideosEvery(),
                of.snapshotEvery());
    }

    static TestServer start(ServingConfig config) {
        return start(config, new InMemoryPlayStore());
    }

    static TestServer start(ServingConfig config, InMemoryPlayStore store) {
        ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
        return new TestServer(
                Serving.start(config, folder -> store, (where, failure) -> failures.add(where + ": " + failure)),
                store,
                failures);
    }

    int port() {
        return serving.port();
    }

    InMemoryPlayStore store() {
        return store;
    }

    String model() {
        return serving.model().name();
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new AssertionError(request + ": " + failure, failure);
        } catch (InterruptedException stop) {
            throw new AssertionError(stop);
        }
    }

    CompletableFuture<HttpResponse<String>> sendLater(HttpRequest request) {
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    HttpResponse<String> get(String path) {
        return send(request(path).build());
    }

    HttpResponse<String> post(String path, String body) {
        return send(json(path, body).build());
    }

    HttpRequest.Builder json(String path, String body) {
        return request(path).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body));
    }

    /** What a request that succeeds gives. */
    JsonNode good(HttpResponse<String> response) {
        assertEquals(200, response.statusCode(), response.body());
        return tree(response);
    }

    JsonNode list(long user, String query) {
        return good(get("/v1/users/" + user + "/recommendations" + query));
    }

    static JsonNode tree(HttpResponse<String> response) {
        try {
            return new ObjectMapper().readTree(response.body());
        } catch (IOException mistake) {
            throw new AssertionError(response.body(), mistake);
        }
    }

    static String play(String id, long user, long video, int playMillis) {
        return "{\"id\": \"" + id + "\", \"user\": " + user + ", \"video\": " + video + ", \"playMillis\": "
                + playMillis + ", \"durationMillis\": 10000, \"time\": \"" + TinyModel.AS_OF.plusSeconds(60) + "\"}";
    }

    static List<Long> videos(JsonNode list) {
        return StreamSupport.stream(list.get("videos").spliterator(), false)
                .map(video -> video.get("video").longValue())
                .toList();
    }

    @Override
    public void close() {
        serving.close();
        assertEquals(List.of(), List.copyOf(failures));
    }
}
