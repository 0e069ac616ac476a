package dev.linger.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.linger.serving.store.SqlitePlayStore;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A server in a process of its own, with its plays on the disk, and a client of it. */
final class ServerProcess implements AutoCloseable {
    static final int NEW_VIDEOS_EVERY = 10;

    /** So few that one is being written at most times. */
    private static final int SNAPSHOT_EVERY = 20;

    private static final String READY = "port ";
    private static final Duration LONGEST_REPLY = Duration.ofSeconds(30);

    private final Process process;
    private final HttpClient client;
    private int port;

    private ServerProcess(Process process, HttpClient client) {
        this.process = process;
        this.client = client;
    }

    /** Starts it and does not wait. */
    static ServerProcess start(HttpClient client, Path model, Path data) throws IOException {
        Path temporary = data.resolveSibling("temporary");
        return new ServerProcess(
                JavaProcess.start(List.of(), temporary, ServerProcess.class, model.toString(), data.toString()),
                client);
    }

    /**
     * Serves until it is killed, or who started it ends.
     *
     * @param arguments model, folder of plays
     */
    public static void main(String[] arguments) throws IOException {
        ServingConfig config = new ServingConfig(
                Path.of(arguments[0]),
                Optional.empty(),
                "127.0.0.1",
                0,
                Optional.empty(),
                Path.of(arguments[1]),
                2,
                100,
                10_000,
                ServingConfig.ClockMode.NOW,
                OptionalInt.of(NEW_VIDEOS_EVERY),
                SNAPSHOT_EVERY);
        try (Serving serving = Serving.start(
                config, SqlitePlayStore::open, (where, failure) -> System.err.println(where + ": " + failure))) {
            System.out.println(READY + serving.port());
            while (System.in.read() >= 0) {
                // nothing is said to it
            }
        }
    }

    /** Waits until it answers. */
    void awaitReady() throws IOException {
        String line = process.inputReader().readLine();
        assertTrue(line != null && line.startsWith(READY), "the server said " + line);
        port = Integer.parseInt(line.substring(READY.length()));
    }

    void kill(int afterMillis) {
        JavaProcess.kill(process, afterMillis);
        process.onExit().join();
    }

    /** @throws IOException where the server is gone */
    JsonNode post(String path, String body) throws IOException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /** @throws IOException where the server is gone */
    JsonNode get(String path) throws IOException {
        return send(request(path).build());
    }

    /** The list of a user with reasons, without what names the request and the model. */
    ObjectNode list(long user, int count) throws IOException {
        ObjectNode list = (ObjectNode) get("/v1/users/" + user + "/recommendations?why=true&k=" + count);
        assertEquals("false", list.remove("degraded").toString());
        list.remove(List.of("request", "model", "variant"));
        return list;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(LONGEST_REPLY);
    }

    private JsonNode send(HttpRequest request) throws IOException {
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertEquals(200, response.statusCode(), response.body());
            return TestServer.tree(response);
        } catch (InterruptedException stop) {
            throw new AssertionError(stop);
        }
    }

    @Override
    public void close() {
        kill(0);
    }
}
