package dev.linger.pipeline.config;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.linger.data.InputException;
import dev.linger.data.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One value set on the command line, {@code a.b=3}: the same as a file with that key alone, but that an element of a list
 * can be named by its index.
 *
 * @param path dotted keys from the root
 * @param value the text after "=" as JSON, or as a string where it is no JSON
 */
record ConfigOverride(String path, ConfigNode value) {
    private static final int SHOWN = 60;

    static ConfigOverride parse(String override) {
        int equals = override.indexOf('=');
        if (equals < 1) {
            throw new InputException("--set " + override + ": must be key=value, such as --set a.b=3");
        }
        String path = override.substring(0, equals);
        String origin = "--set " + (override.length() <= SHOWN ? override : path + "=...");
        return new ConfigOverride(path, value(origin, override.substring(equals + 1)));
    }

    /** Text that opens like JSON must be JSON; any other may be a bare word. */
    private static ConfigNode value(String origin, String text) {
        try {
            return StrictJson.read(origin, text, false);
        } catch (InputException notJson) {
            if (text.startsWith("{") || text.startsWith("[") || text.startsWith("\"")) {
                throw notJson;
            }
            return new ConfigNode.Leaf(new Origin(origin, 0), TextNode.valueOf(text));
        }
    }

    /**
     * The tree with the value in it. A new key of an object below the top is left for the binder to judge.
     *
     * @param root filled with all defaults
     */
    ConfigNode.Block applyTo(ConfigNode.Block root) {
        List<String> steps = List.of(path.split("\\.", -1));
        if (root.get(steps.get(0)).isEmpty()) {
            throw unknownPath(root);
        }
        return (ConfigNode.Block) set(root, steps).orElseThrow(() -> unknownPath(root));
    }

    /** The node with the value at the steps; empty where there is no such place. */
    private Optional<ConfigNode> set(ConfigNode node, List<String> steps) {
        if (steps.isEmpty()) {
            return Optional.of(ConfigNode.merge(node, value));
        }
        String step = steps.get(0);
        List<String> further = steps.subList(1, steps.size());
        if (node instanceof ConfigNode.Block block) {
            ConfigNode child = block.get(step).orElse(new ConfigNode.Block(value.origin(), Map.of()));
            return further.isEmpty()
                    ? Optional.of(ConfigNode.merge(block, new ConfigNode.Block(value.origin(), Map.of(step, value))))
                    : set(child, further).map(changed -> block.with(step, changed));
        }
        if (node instanceof ConfigNode.Items items) {
            return index(step, items.elements().size())
                    .flatMap(at -> set(items.elements().get(at), further).map(changed -> replaced(items, at, changed)));
        }
        return node.isNull() ? set(new ConfigNode.Block(value.origin(), Map.of()), steps) : Optional.empty();
    }

    private static Optional<Integer> index(String step, int size) {
        return Optional.of(step)
                .filter(text -> text.matches("0|[1-9][0-9]{0,8}"))
                .map(Integer::valueOf)
                .filter(at -> at < size);
    }

    private static ConfigNode replaced(ConfigNode.Items items, int at, ConfigNode changed) {
        List<ConfigNode> elements = new ArrayList<>(items.elements());
        elements.set(at, changed);
        return new ConfigNode.Items(items.origin(), elements);
    }

    /** Names the paths that end in the one given, for those who left out the block, else the nearest. */
    private InputException unknownPath(ConfigNode.Block root) {
        List<String> paths = new ArrayList<>();
        collectPaths("", root, paths);
        List<String> endings =
                paths.stream().filter(known -> known.endsWith("." + path)).toList();
        String hint = endings.isEmpty()
                ? NearestName.hint(path, paths)
                : "; did you mean " + String.join(" or ", endings) + "?";
        return new InputException(value.origin() + ": there is no key " + path + hint);
    }

    private static void collectPaths(String path, ConfigNode node, List<String> into) {
        if (!path.isEmpty()) {
            into.add(path);
        }
        if (node instanceof ConfigNode.Block block) {
            block.keys().forEach((key, value) -> collectPaths(RecordBinder.child(path, key), value, into));
        } else if (node instanceof ConfigNode.Items items) {
            for (int at = 0; at < items.elements().size(); at++) {
                collectPaths(
                        RecordBinder.child(path, Integer.toString(at)),
                        items.elements().get(at),
                        into);
            }
        }
    }
}
