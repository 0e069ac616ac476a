package dev.linger.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.linger.serving.api.Api;
import dev.linger.serving.http.Route;
import dev.linger.serving.http.WorkQueue;
import dev.linger.serving.metrics.ServingMetrics;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class OpenApiTest {
    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

    @Test
    void the_description_has_every_route_with_its_parameters_and_no_other() throws IOException {
        assertEquals(served(), described());
    }

    private static Map<String, Set<String>> served() {
        Map<String, Set<String>> routes = new TreeMap<>();
        try (WorkQueue queue = new WorkQueue(1, 1);
                Api api = new Api(queue, 1, new ServingMetrics(), (where, failure) -> {})) {
            for (Route route : api.routes().all()) {
                Set<String> parameters = new TreeSet<>();
                route.parameters().forEach(name -> parameters.add("query " + name));
                PLACE.matcher(route.template())
                        .results()
                        .map((MatchResult place) -> "path " + place.group(1))
                        .forEach(parameters::add);
                if (route.method().equals("POST")) {
                    parameters.add("body");
                }
                routes.put(route.method() + " " + route.template() + " " + route.access(), parameters);
            }
        }
        return routes;
    }

    private static Map<String, Set<String>> described() throws IOException {
        JsonNode document =
                new ObjectMapper().readTree(Objects.requireNonNull(Api.class.getResourceAsStream("openapi.json")));
        Map<String, Set<String>> routes = new TreeMap<>();
        for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                Set<String> parameters = new TreeSet<>();
                for (JsonNode parameter : method.getValue().path("parameters")) {
                    parameters.add(parameter.get("in").textValue() + " "
                            + parameter.get("name").textValue());
                }
                if (method.getValue().has("requestBody")) {
                    parameters.add("body");
                }
                routes.put(
                        method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey() + " "
                                + access(method.getValue()),
                        parameters);
            }
        }
        return routes;
    }

    private static Route.Access access(JsonNode operation) {
        if (operation.has("security") && operation.get("security").isEmpty()) {
            return Route.Access.OPEN;
        }
        Set<String> statuses = new TreeSet<>();
        operation.get("responses").fieldNames().forEachRemaining(statuses::add);
        return statuses.contains("403") ? Route.Access.LOOPBACK : Route.Access.KEY;
    }

    @Test
    void every_reference_leads_somewhere() throws IOException {
        JsonNode document =
                new ObjectMapper().readTree(Objects.requireNonNull(Api.class.getResourceAsStream("openapi.json")));
        Set<String> broken = document.findValuesAsText("$ref").stream()
                .filter(reference -> document.at(reference.substring(1)).isMissingNode())
                .collect(Collectors.toSet());
        assertEquals(Set.of(), broken);
    }
}
