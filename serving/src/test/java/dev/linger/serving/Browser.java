package dev.linger.serving;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Chromium without a window, driven over its DevTools protocol. A test is skipped where it is not installed. */
final class Browser implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/bin/chromium");
    private static final String LISTENING = "DevTools listening on ws://";
    private static final int SECONDS = 60;

    private final Process process;
    private final WebSocket socket;
    private final Map<Integer, CompletableFuture<JsonNode>> waiting;
    private final List<String> complaints;
    private int last;

    private Browser(
            Process process,
            WebSocket socket,
            Map<Integer, CompletableFuture<JsonNode>> waiting,
            List<String> complaints) {
        this.process = process;
        this.socket = socket;
        this.waiting = waiting;
        this.complaints = complaints;
    }

    /** @param profile a new folder for what it keeps */
    static Browser open(Path profile) throws Exception {
        assumeTrue(Files.isExecutable(PROGRAM), "there is no chromium");
        Process process = new ProcessBuilder(
                        PROGRAM.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--remote-debugging-port=0",
                        "--remote-allow-origins=*",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            String address = address(process);
            HttpClient client = HttpClient.newHttpClient();
            HttpResponse<String> pages = client.send(
                    HttpRequest.newBuilder(URI.create("http://" + address + "/json/list"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            String page = new ObjectMapper()
                    .readTree(pages.body())
                    .get(0)
                    .get("webSocketDebuggerUrl")
                    .textValue();
            Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
            List<String> complaints = Collections.synchronizedList(new ArrayList<>());
            WebSocket socket = client.newWebSocketBuilder()
                    .buildAsync(URI.create(page), new Messages(waiting, complaints))
                    .get(SECONDS, TimeUnit.SECONDS);
            return new Browser(process, socket, waiting, complaints);
        } catch (IOException | RuntimeException failure) {
            process.destroyForcibly();
            throw failure;
        }
    }

    private static String address(Process process) throws IOException {
        BufferedReader errors = process.errorReader(StandardCharsets.UTF_8);
        for (String line = errors.readLine(); line != null; line = errors.readLine()) {
            if (line.startsWith(LISTENING)) {
                Thread rest = new Thread(() -> errors.lines().forEach(more -> {}));
                rest.setDaemon(true);
                rest.start();
                return line.substring(LISTENING.length()).split("/", 2)[0];
            }
        }
        throw new IOException("chromium ended");
    }

    /** What is sent comes in parts; an answer has the number of its question. */
    private static final class Messages implements WebSocket.Listener {
        private final Map<Integer, CompletableFuture<JsonNode>> waiting;
        private final List<String> complaints;
        private final StringBuilder parts = new StringBuilder();

        Messages(Map<Integer, CompletableFuture<JsonNode>> waiting, List<String> complaints) {
            this.waiting = waiting;
            this.complaints = complaints;
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean isLast) {
            parts.append(part);
            if (isLast) {
                String text = parts.toString();
                parts.setLength(0);
                take(text);
            }
            from.request(1);
            return null;
        }

        private void take(String text) {
            try {
                JsonNode message = new ObjectMapper().readTree(text);
                String method = message.path("method").asText();
                if (method.equals("Runtime.exceptionThrown") || method.equals("Log.entryAdded")) {
                    complaints.add(text);
                }
                CompletableFuture<JsonNode> asked =
                        waiting.remove(message.path("id").asInt());
                if (asked != null) {
                    asked.complete(message);
                }
            } catch (IOException mistake) {
                complaints.add(text);
            }
        }
    }

    /** Opens a page, and goes on when it is there. */
    void goTo(String address) throws Exception {
        call("Runtime.enable", Map.of());
        call("Log.enable", Map.of());
        call("Page.enable", Map.of());
        call("Page.navigate", Map.of("url", address));
        run("new Promise(done => { const wait = () => document.readyState === 'complete'"
                + " && location.href !== 'about:blank' ? done(1) : setTimeout(wait, 5); wait(); })");
    }

    /** The value of an expression in the page, awaited. */
    JsonNode run(String script) throws Exception {
        JsonNode result =
                call("Runtime.evaluate", Map.of("expression", script, "awaitPromise", true, "returnByValue", true));
        if (result.has("exceptionDetails")) {
            throw new AssertionError(result.toString());
        }
        return result.get("result").path("value");
    }

    private JsonNode call(String method, Map<String, Object> parameters) throws Exception {
        ObjectNode message = new ObjectMapper().createObjectNode();
        int id = ++last;
        message.put("id", id).put("method", method);
        message.set("params", new ObjectMapper().valueToTree(parameters));
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        socket.sendText(message.toString(), true).get(SECONDS, TimeUnit.SECONDS);
        return answer.get(SECONDS, TimeUnit.SECONDS).get("result");
    }

    /** What the page complained of: scripts that failed, and what its policy forbids. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Ends it and all that it started, so that its folder can go. */
    @Override
    public void close() {
        socket.abort();
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(one -> one.onExit().join());
    }
}
