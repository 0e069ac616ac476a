package dev.linger.pipeline.config;

import com.fasterxml.jackson.databind.JsonNode;
import dev.linger.data.config.TypeRegistry;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A value of a configuration with the place that gave it. Immutable. */
sealed interface ConfigNode {
    Origin origin();

    /** As errors show it: as it is written in JSON, a long one by its kind or its beginning. */
    String shown();

    /** An object: values by key, in the order of the file. */
    record Block(Origin origin, Map<String, ConfigNode> keys) implements ConfigNode {
        public Block {
            keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
        }

        /** What the short form of a block, its type as a string, stands for. */
        static Block ofType(Leaf type) {
            return new Block(type.origin(), Map.of(TypeRegistry.KEY, type));
        }

        Optional<ConfigNode> get(String key) {
            return Optional.ofNullable(keys.get(key));
        }

        Block with(String key, ConfigNode value) {
            Map<String, ConfigNode> changed = new LinkedHashMap<>(keys);
            changed.put(key, value);
            return new Block(origin, changed);
        }

        Block without(Set<String> left) {
            Map<String, ConfigNode> changed = new LinkedHashMap<>(keys);
            changed.keySet().removeAll(left);
            return new Block(origin, changed);
        }

        @Override
        public String shown() {
            return "an object";
        }
    }

    /** A list. */
    record Items(Origin origin, List<ConfigNode> elements) implements ConfigNode {
        public Items {
            elements = List.copyOf(elements);
        }

        @Override
        public String shown() {
            return "a list";
        }
    }

    /** A string, number, truth value or null. */
    record Leaf(Origin origin, JsonNode value) implements ConfigNode {
        private static final int SHOWN = 80;

        @Override
        public String shown() {
            String text = value.toString();
            return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
        }
    }

    /** The text of a string; empty for every other value. */
    default Optional<String> text() {
        return this instanceof Leaf leaf && leaf.value().isTextual()
                ? Optional.of(leaf.value().textValue())
                : Optional.empty();
    }

    /** Whether this is JSON's null. */
    default boolean isNull() {
        return this instanceof Leaf leaf && leaf.value().isNull();
    }

    /** Origins of values and of all within them; of each source the first. */
    static List<Origin> origins(Collection<ConfigNode> nodes) {
        Map<String, Origin> bySource = new LinkedHashMap<>();
        nodes.forEach(node -> collect(node, bySource));
        return List.copyOf(bySource.values());
    }

    private static void collect(ConfigNode node, Map<String, Origin> bySource) {
        bySource.putIfAbsent(node.origin().source(), node.origin());
        if (node instanceof Block block) {
            block.keys().values().forEach(value -> collect(value, bySource));
        } else if (node instanceof Items items) {
            items.elements().forEach(element -> collect(element, bySource));
        }
    }

    /**
     * What the second says over the first: objects key by key, unless their types differ; of all else the second.
     *
     * @param base where a key that {@code over} lacks is taken from
     */
    static ConfigNode merge(ConfigNode base, ConfigNode over) {
        if (base instanceof Leaf type && base.text().isPresent() && over instanceof Block) {
            return merge(new Block(over.origin(), Block.ofType(type).keys()), over);
        }
        if (!(base instanceof Block below)) {
            return over;
        }
        if (over instanceof Leaf type && over.text().isPresent() && below.keys().containsKey(TypeRegistry.KEY)) {
            return merge(below, Block.ofType(type));
        }
        if (!(over instanceof Block above) || differInType(below, above)) {
            return over;
        }
        Map<String, ConfigNode> merged = new LinkedHashMap<>(below.keys());
        above.keys().forEach((key, value) -> merged.merge(key, value, ConfigNode::merge));
        return new Block(below.origin(), merged);
    }

    private static boolean differInType(Block below, Block above) {
        Optional<String> before = below.get(TypeRegistry.KEY).flatMap(ConfigNode::text);
        Optional<ConfigNode> now = above.get(TypeRegistry.KEY);
        return now.isPresent()
                && before.isPresent()
                && !now.flatMap(ConfigNode::text).equals(before);
    }
}
