package dev.linger.pipeline.config;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A configuration with nothing left open.
 *
 * @param name what a run with it is called: the variant's name, else the default file's
 * @param value the record tree
 * @param tree the record tree as JSON; given as a file it resolves to the same value again
 */
public record ResolvedConfig<R extends Record>(String name, R value, JsonNode tree) {
    /** The whole configuration as indented JSON text, the same for equal values however they were given. */
    public String json() {
        return StrictJson.write(tree);
    }
}
