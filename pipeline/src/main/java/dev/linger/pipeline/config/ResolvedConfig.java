package dev.linger.pipeline.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A configuration with nothing left open.
 *
 * @param name what a run with it is called: the variant's name, else the default file's
 * @param value the record tree
 * @param tree the record tree as JSON
 * @param values every value with its origin, in the order of the tree
 */
public record ResolvedConfig<R extends Record>(String name, R value, JsonNode tree, List<ResolvedValue> values) {
    public ResolvedConfig {
        values = List.copyOf(values);
    }

    /** Whether nobody gave the value at a path: no file and no setting. */
    public boolean isDefault(String path) {
        return values.stream()
                .allMatch(value -> !value.path().equals(path) || value.origin().equals(Origin.DEFAULT.source()));
    }

    /**
     * The whole configuration as indented JSON text, the same for equal values however they were given. It extends
     * nothing: given as a file it resolves to the same value again, whatever the default file has become.
     */
    public String json() {
        ObjectNode file = JsonNodeFactory.instance.objectNode();
        file.putNull(ConfigChain.KEY);
        tree.properties().forEach(entry -> file.set(entry.getKey(), entry.getValue()));
        return StrictJson.write(file);
    }
}
