package dev.linger.serving.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.linger.data.InputException;
import dev.linger.serving.json.StrictTree;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What a client gets.
 *
 * @param status of HTTP
 * @param type of the content
 * @param body the content
 * @param headers beside those that every reply has
 */
public record Reply(int status, String type, byte[] body, Map<String, String> headers) {
    private static final String JSON = "application/json";

    public Reply {
        headers = Map.copyOf(headers);
    }

    /** A tree, as it should be. */
    public static Reply json(JsonNode tree) {
        return new Reply(200, JSON, StrictTree.write(tree), Map.of());
    }

    /** A text, as it should be. */
    public static Reply text(String type, String text) {
        return new Reply(200, type, text.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    /** An error, as every error looks. */
    public static Reply error(int status, String code, String message) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        tree.putObject("error").put("code", code).put("message", InputException.shown(message));
        return new Reply(status, JSON, StrictTree.write(tree), Map.of());
    }

    /** The same with these headers. */
    public Reply with(Map<String, String> more) {
        return new Reply(status, type, body, more);
    }
}
