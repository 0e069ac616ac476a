package dev.linger.pipeline.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.linger.data.InputException;
import dev.linger.pipeline.run.RunSeal;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Hands a finished run to an MLflow server: every figure of {@code metrics.json} as a metric, every key of the configuration
 * as a parameter.
 *
 * <p>Source: the REST API 2.0 of MLflow, experiments and runs.
 */
public final class MlflowExport {
    /** What one request may hold. */
    private static final int METRICS_AT_ONCE = 500;

    private static final int PARAMETERS_AT_ONCE = 100;
    private static final int LONGEST_VALUE = 500;
    private static final int NOT_FOUND = 404;
    private static final int OK = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String api;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /** @param server its address, such as http://localhost:5000 */
    public MlflowExport(URI server) {
        if (server.getScheme() == null || !server.getScheme().matches("https?") || server.getHost() == null) {
            throw new InputException(
                    "--mlflow must be the address of a server, such as http://localhost:5000, but is " + server);
        }
        this.api = server.toString().replaceAll("/+$", "") + "/api/2.0/mlflow/";
    }

    /**
     * Hands over a run.
     *
     * @param folder of a finished run
     * @param experiment which is made where there is none of this name
     * @return the id that the server gave the run
     * @throws InputException where the folder is not that of a finished run, or the server does not take it
     */
    public String export(Path folder, String experiment) {
        RunSeal.check(folder);
        JsonNode manifest = read(folder.resolve(RunSeal.MANIFEST));
        long started = Instant.parse(manifest.path("startedAt").asText()).toEpochMilli();
        Map<String, String> parameters = new LinkedHashMap<>();
        flatten("", manifest.path("config"), ".", parameters);
        Map<String, String> metrics = new TreeMap<>();
        flatten("", read(folder.resolve("metrics.json")), "/", metrics);
        double seconds = 0;
        for (JsonNode stage : manifest.path("stages")) {
            seconds += stage.path("seconds").asDouble();
        }
        metrics.put("seconds", Double.toString(seconds));

        ObjectNode create = JSON.createObjectNode();
        create.put("experiment_id", experimentId(experiment));
        create.put(
                "run_name", String.valueOf(folder.toAbsolutePath().normalize().getFileName()));
        create.put("start_time", started);
        ArrayNode tags = create.putArray("tags");
        tags.addObject()
                .put("key", "linger.version")
                .put("value", manifest.at("/build/version").asText());
        tags.addObject()
                .put("key", "linger.revision")
                .put("value", manifest.at("/build/revision").asText());
        String run = post("runs/create", create).at("/run/info/run_id").asText();
        logParameters(run, parameters);
        logMetrics(run, metrics, started);
        ObjectNode end = JSON.createObjectNode();
        end.put("run_id", run).put("status", "FINISHED").put("end_time", started + Math.round(seconds * 1000));
        post("runs/update", end);
        return run;
    }

    private String experimentId(String name) {
        String query = "experiments/get-by-name?experiment_name=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
        HttpResponse<String> found =
                send(HttpRequest.newBuilder(URI.create(api + query)).GET());
        if (found.statusCode() == NOT_FOUND) {
            return post("experiments/create", JSON.createObjectNode().put("name", name))
                    .path("experiment_id")
                    .asText();
        }
        return parsed(found).at("/experiment/experiment_id").asText();
    }

    private void logParameters(String run, Map<String, String> parameters) {
        ArrayNode batch = JSON.createArrayNode();
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            String value = parameter.getValue();
            batch.addObject()
                    .put("key", allowed(parameter.getKey()))
                    .put("value", value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE));
            if (batch.size() == PARAMETERS_AT_ONCE) {
                log(run, "params", batch);
                batch = JSON.createArrayNode();
            }
        }
        log(run, "params", batch);
    }

    private void logMetrics(String run, Map<String, String> metrics, long time) {
        ArrayNode batch = JSON.createArrayNode();
        for (Map.Entry<String, String> metric : metrics.entrySet()) {
            batch.addObject()
                    .put("key", allowed(metric.getKey()))
                    .put("value", Double.parseDouble(metric.getValue()))
                    .put("timestamp", time)
                    .put("step", 0);
            if (batch.size() == METRICS_AT_ONCE) {
                log(run, "metrics", batch);
                batch = JSON.createArrayNode();
            }
        }
        log(run, "metrics", batch);
    }

    private void log(String run, String what, ArrayNode batch) {
        if (!batch.isEmpty()) {
            ObjectNode body = JSON.createObjectNode().put("run_id", run);
            body.set(what, batch);
            post("runs/log-batch", body);
        }
    }

    /** MLflow's names have letters, digits, and _ - . / and spaces. */
    private static String allowed(String name) {
        return name.replace("@", " at ").replace(">=", "ge").replace(">", "gt").replaceAll("[^\\w\\-./ ]", "_");
    }

    private static void flatten(String path, JsonNode node, String separator, Map<String, String> into) {
        if (node.isObject()) {
            node.properties()
                    .forEach(field -> flatten(
                            path.isEmpty() ? field.getKey() : path + separator + field.getKey(),
                            field.getValue(),
                            separator,
                            into));
        } else if (node.isArray()) {
            for (int at = 0; at < node.size(); at++) {
                flatten(path + separator + at, node.get(at), separator, into);
            }
        } else {
            into.put(path, node.asText());
        }
    }

    private JsonNode post(String call, ObjectNode body) {
        return parsed(send(HttpRequest.newBuilder(URI.create(api + call))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new InputException(
                    "the server at " + api + " does not answer (" + failure + "); is its address right?", failure);
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + api, interrupt);
        }
    }

    private static JsonNode parsed(HttpResponse<String> answer) {
        if (answer.statusCode() != OK) {
            throw new InputException(
                    answer.uri() + " answers " + answer.statusCode() + ": " + InputException.shown(answer.body()));
        }
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException noJson) {
            throw new InputException(answer.uri() + " does not answer in JSON; is it an MLflow server?", noJson);
        }
    }

    private static JsonNode read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new InputException(file + " is not there: the run is of an older Linger; make it again");
        }
        try {
            return JSON.readTree(Files.readString(file));
        } catch (IOException failure) {
            throw new InputException(file + ": cannot be read (" + failure + ")", failure);
        }
    }
}
