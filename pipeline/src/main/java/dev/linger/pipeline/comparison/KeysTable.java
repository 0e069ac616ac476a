package dev.linger.pipeline.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import dev.linger.pipeline.report.Cell;
import dev.linger.pipeline.report.Column;
import dev.linger.pipeline.report.ResultTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** In what the configurations of runs differ: one row a key, one column a run. */
final class KeysTable {
    private static final String ABSENT = "-";

    private KeysTable() {}

    static ResultTable of(List<StoredRun> runs, List<String> names) {
        List<Map<String, String>> values =
                runs.stream().map(run -> flat(run.config())).toList();
        List<Column> columns = new ArrayList<>(List.of(Column.text("key")));
        names.forEach(name -> columns.add(Column.text(name)));
        List<List<Cell>> rows = new ArrayList<>();
        for (String key : differing(values)) {
            List<Cell> row = new ArrayList<>(List.of(Cell.of(key)));
            values.forEach(ofRun -> row.add(Cell.of(ofRun.getOrDefault(key, ABSENT))));
            rows.add(row);
        }
        return new ResultTable(
                "keys",
                "Keys in which the runs differ",
                null,
                columns,
                rows,
                List.of("a key that a run does not have is " + ABSENT));
    }

    /** The keys by which a run differs from others of its name, as one text: {@code leaves=31 rounds=200}. */
    static List<String> labels(List<StoredRun> runs) {
        List<Map<String, String>> values =
                runs.stream().map(run -> flat(run.config())).toList();
        Set<String> keys = differing(values);
        return values.stream()
                .map(ofRun -> keys.stream()
                        .filter(ofRun::containsKey)
                        .map(key -> key + "=" + ofRun.get(key))
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    /** The keys in which two configurations differ. */
    static Set<String> differing(JsonNode first, JsonNode second) {
        return differing(List.of(flat(first), flat(second)));
    }

    private static Set<String> differing(List<Map<String, String>> values) {
        Set<String> keys = new LinkedHashSet<>();
        values.forEach(ofRun -> keys.addAll(ofRun.keySet()));
        keys.removeIf(key -> values.stream()
                        .map(ofRun -> ofRun.getOrDefault(key, ABSENT))
                        .distinct()
                        .count()
                == 1);
        return keys;
    }

    /** Every value that is no object and no list, by the path that {@code --set} takes. */
    private static Map<String, String> flat(JsonNode config) {
        Map<String, String> values = new LinkedHashMap<>();
        add("", config, values);
        return values;
    }

    private static void add(String path, JsonNode node, Map<String, String> values) {
        if (node.isObject()) {
            node.properties().forEach(field -> add(child(path, field.getKey()), field.getValue(), values));
        } else if (node.isArray()) {
            for (int at = 0; at < node.size(); at++) {
                add(child(path, Integer.toString(at)), node.get(at), values);
            }
        } else {
            values.put(path, node.asText());
        }
    }

    private static String child(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
