package dev.linger.pipeline.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.linger.data.InputException;
import java.util.ArrayList;
import java.util.List;

/**
 * One value set on the command line, {@code a.b=3}.
 *
 * @param path dotted keys from the root; an element of a list by its index
 * @param value the text after "=" as JSON, or as a string where it is no JSON
 * @param origin how errors name it
 */
record ConfigOverride(String path, JsonNode value, String origin) {
    private static final int SHOWN = 60;
    private static final String NEW_BLOCK =
            " (a new type starts its block again: set each of its keys too, or set the whole block as JSON)";
    private static final String WHOLE_VALUE = " (a block set as JSON must have all its keys)";

    static ConfigOverride parse(String override) {
        int equals = override.indexOf('=');
        if (equals < 1) {
            throw new InputException("--set " + override + ": must be key=value, such as --set a.b=3");
        }
        String path = override.substring(0, equals);
        String origin = "--set " + (override.length() <= SHOWN ? override : path + "=...");
        return new ConfigOverride(path, value(origin, override.substring(equals + 1)), origin);
    }

    /** Text that opens like JSON must be JSON; any other may be a bare word. */
    private static JsonNode value(String origin, String text) {
        try {
            return StrictJson.read(origin, text);
        } catch (InputException notJson) {
            if (text.startsWith("{") || text.startsWith("[") || text.startsWith("\"")) {
                throw notJson;
            }
            return TextNode.valueOf(text);
        }
    }

    /** Writes the value into the tree. A new key of a nested object is left for the binder to judge. */
    void applyTo(ObjectNode root, Origins origins) {
        int lastDot = path.lastIndexOf('.');
        JsonNode parent = root;
        for (String key :
                lastDot < 0 ? new String[0] : path.substring(0, lastDot).split("\\.", -1)) {
            parent = child(parent, key);
        }
        String key = path.substring(lastDot + 1);
        boolean known = !child(parent, key).isMissingNode();
        if (parent instanceof ArrayNode list && known) {
            list.set(Integer.parseInt(key), value);
            origins.put(path, new Origins.Origin(origin, WHOLE_VALUE));
        } else if (parent instanceof ObjectNode object && (known || lastDot > 0)) {
            put(object, key, origins);
        } else {
            throw unknownPath(root);
        }
    }

    private void put(ObjectNode object, String key, Origins origins) {
        boolean otherType = key.equals(SealedTypes.KEY) && object.has(key) && !value.equals(object.get(key));
        if (otherType) {
            object.removeAll();
            origins.put(path.substring(0, path.length() - key.length() - 1), new Origins.Origin(origin, NEW_BLOCK));
        } else {
            origins.put(path, new Origins.Origin(origin, WHOLE_VALUE));
        }
        object.set(key, value);
    }

    private static JsonNode child(JsonNode parent, String key) {
        boolean index = parent.isArray() && key.matches("0|[1-9][0-9]{0,8}");
        return index ? parent.path(Integer.parseInt(key)) : parent.path(key);
    }

    /** Names the paths that end in the one given, for those who left out the block, else the nearest. */
    private InputException unknownPath(ObjectNode root) {
        List<String> paths = new ArrayList<>();
        collectPaths("", root, paths);
        List<String> endings =
                paths.stream().filter(known -> known.endsWith("." + path)).toList();
        String hint = endings.isEmpty()
                ? NearestName.hint(path, paths)
                : "; did you mean " + String.join(" or ", endings) + "?";
        return new InputException(origin + ": there is no key " + path + hint);
    }

    private static void collectPaths(String path, JsonNode node, List<String> into) {
        String prefix = path.isEmpty() ? "" : path + ".";
        node.properties().forEach(entry -> {
            into.add(prefix + entry.getKey());
            collectPaths(prefix + entry.getKey(), entry.getValue(), into);
        });
        for (int index = 0; node.isArray() && index < node.size(); index++) {
            into.add(prefix + index);
            collectPaths(prefix + index, node.get(index), into);
        }
    }
}
