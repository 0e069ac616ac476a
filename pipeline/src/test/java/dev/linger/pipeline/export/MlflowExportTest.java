package dev.linger.pipeline.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.linger.data.InputException;
import dev.linger.pipeline.experiment.FinishedRun;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server that answers as MLflow does. */
final class MlflowExportTest {
    private final List<String> calls = new ArrayList<>();
    private final List<JsonNode> bodies = new ArrayList<>();
    private HttpServer server = null;
    private int createStatus = 200;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void a_run_is_made_with_its_keys_and_figures_and_ended() {
        assertEquals("r1", export("my experiment"));
        assertEquals("/api/2.0/mlflow/experiments/get-by-name?experiment_name=my+experiment", calls.get(0));
        assertEquals("my experiment", bodies.get(1).get("name").asText());
        assertEquals("e1", bodies.get(2).get("experiment_id").asText());
        assertEquals("FINISHED", bodies.get(bodies.size() - 1).get("status").asText());
        List<String> parameters = keys("params");
        assertTrue(
                parameters.contains("candidates.sources.0.type") && parameters.contains("seed"), parameters::toString);
        List<String> metrics = keys("metrics");
        assertTrue(metrics.contains("end-to-end/ratio gt 1.0/blend/NDCG at 10"), metrics::toString);
        assertTrue(metrics.contains("seconds"));
        assertTrue(metrics.stream().allMatch(name -> name.matches("[\\w\\-./ ]+")), metrics::toString);
        double ndcg = FinishedRun.ofTopics().number("stages-end-to-end-ratio-gt-1-0", "blend", "NDCG@10");
        assertEquals(ndcg, value("end-to-end/ratio gt 1.0/blend/NDCG at 10"));
    }

    @Test
    void a_server_that_refuses_or_is_not_there_is_told() {
        createStatus = 400;
        String refused = assertThrows(InputException.class, () -> export("x")).getMessage();
        assertTrue(refused.contains("runs/create answers 400"), refused);
        URI nobody = URI.create("http://localhost:" + server.getAddress().getPort());
        server.stop(0);
        String absent = assertThrows(InputException.class, () -> new MlflowExport(nobody)
                        .export(FinishedRun.ofTopics().folder(), "x"))
                .getMessage();
        assertTrue(absent.contains("does not answer"), absent);
        assertThrows(InputException.class, () -> new MlflowExport(URI.create("localhost")));
    }

    private String export(String experiment) {
        URI address = URI.create("http://" + server.getAddress().getHostString() + ":"
                + server.getAddress().getPort() + "/");
        return new MlflowExport(address).export(FinishedRun.ofTopics().folder(), experiment);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String call = exchange.getRequestURI().toString();
        calls.add(call);
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        bodies.add(new ObjectMapper().readTree(body.isEmpty() ? "{}" : body));
        int status = call.contains("get-by-name") ? 404 : call.endsWith("runs/create") ? createStatus : 200;
        String answer = call.endsWith("experiments/create")
                ? "{\"experiment_id\": \"e1\"}"
                : call.endsWith("runs/create") ? "{\"run\": {\"info\": {\"run_id\": \"r1\"}}}" : "{}";
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private List<String> keys(String what) {
        List<String> keys = new ArrayList<>();
        bodies.forEach(body ->
                body.path(what).forEach(entry -> keys.add(entry.get("key").asText())));
        return keys;
    }

    private double value(String metric) {
        for (JsonNode body : bodies) {
            for (JsonNode entry : body.path("metrics")) {
                if (entry.get("key").asText().equals(metric)) {
                    return entry.get("value").asDouble();
                }
            }
        }
        throw new IllegalArgumentException(metric);
    }
}
