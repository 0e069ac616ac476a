package dev.linger.benchmarks.peers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.linger.benchmarks.Spread;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a side prints for the one who measures it, each on a line of JSON; all other lines are passed over.
 *
 * <pre>
 * {"seconds": 1.25, "cpuSeconds": 2.31}        a timed section
 * {"fact": "trees", "value": "100"}            by which a reader sees that both sides did the same
 * </pre>
 *
 * @param seconds of the timed sections
 * @param cpuSeconds of the same
 * @param facts value by name
 */
record PrintedLines(List<Double> seconds, List<Double> cpuSeconds, Map<String, String> facts) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static PrintedLines of(List<String> lines) {
        List<Double> seconds = new ArrayList<>();
        List<Double> cpuSeconds = new ArrayList<>();
        Map<String, String> facts = new LinkedHashMap<>();
        for (String line : lines) {
            JsonNode node = json(line);
            if (node.has("seconds") && node.has("cpuSeconds")) {
                seconds.add(node.get("seconds").asDouble());
                cpuSeconds.add(node.get("cpuSeconds").asDouble());
            } else if (node.has("fact") && node.has("value")) {
                facts.put(node.get("fact").asText(), node.get("value").asText());
            }
        }
        return new PrintedLines(seconds, cpuSeconds, facts);
    }

    /**
     * The median section; its CPU seconds are the mean of all, since Java tells them in steps of 10 ms.
     *
     * @throws MeasuredProcess.Failed if there is none
     */
    Cost section(double residentMiB) {
        if (seconds.isEmpty()) {
            throw new MeasuredProcess.Failed("ended well but printed no line with seconds and cpuSeconds");
        }
        return new Cost(new Spread(seconds).median(), mean(cpuSeconds), residentMiB);
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    /** Of a line that is no object an empty tree. */
    private static JsonNode json(String line) {
        if (!line.startsWith("{")) {
            return JSON.createObjectNode();
        }
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException another) {
            return JSON.createObjectNode();
        }
    }
}
