package dev.linger.benchmarks.serving;

import dev.linger.data.InputException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The calls of a client of the server, over connections that are kept. */
final class Client implements AutoCloseable {
    private static final int THREADS = 2;
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, task -> {
        Thread thread = new Thread(task, "client");
        thread.setDaemon(true);
        return thread;
    });
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(threads)
            .build();
    private final URI server;
    private final int count;

    /** @param count how many videos a list shall have */
    Client(URI server, int count) {
        this.server = server;
        this.count = count;
    }

    CompletableFuture<HttpResponse<String>> list(String user) {
        return send(to("/v1/users/" + user + "/recommendations?k=" + count).GET());
    }

    CompletableFuture<HttpResponse<String>> play(String json) {
        return send(to("/v1/plays")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /**
     * Waits for an answer.
     *
     * @throws InputException where there is none, or one that refuses
     */
    String answer(CompletableFuture<HttpResponse<String>> call) {
        try {
            HttpResponse<String> response = call.join();
            if (response.statusCode() >= 400) {
                throw new InputException(response.uri() + ": status " + response.statusCode() + ", " + response.body());
            }
            return response.body();
        } catch (CompletionException failure) {
            throw new InputException(
                    server + " does not answer (" + failure.getCause()
                            + "); start a server there, or name another with --url",
                    failure);
        }
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(server.resolve(path)).timeout(LONGEST);
    }

    private CompletableFuture<HttpResponse<String>> send(HttpRequest.Builder request) {
        return http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
