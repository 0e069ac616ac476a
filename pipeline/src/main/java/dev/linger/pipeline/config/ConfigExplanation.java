package dev.linger.pipeline.config;

import dev.linger.data.config.Alternatives;
import dev.linger.data.config.RecordShape;
import dev.linger.data.config.TypeRegistry;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Every value of a configuration with its origin and its meaning. A list without blocks is one value. */
final class ConfigExplanation {
    private final TypeRegistry types;
    private final Defaults defaults;
    private final List<ResolvedValue> values = new ArrayList<>();

    ConfigExplanation(TypeRegistry types) {
        this.types = types;
        this.defaults = new Defaults(types);
    }

    /** @param tree bound without an error, and filled with all defaults */
    List<ResolvedValue> values(Class<?> root, ConfigNode.Block tree) {
        explain(root, tree, "", "");
        return List.copyOf(values);
    }

    private void explain(Type type, ConfigNode node, String path, String meaning) {
        if (node instanceof ConfigNode.Block block && !block.keys().isEmpty()) {
            explainBlock(type, block, path);
        } else if (node instanceof ConfigNode.Items items
                && items.elements().stream().anyMatch(ConfigNode.Block.class::isInstance)) {
            int at = 0;
            for (ConfigNode element : items.elements()) {
                explain(argument(type), element, path + "." + at++, meaning);
            }
        } else {
            values.add(new ResolvedValue(path, json(node), origins(node), meaning));
        }
    }

    private void explainBlock(Type type, ConfigNode.Block block, String path) {
        Type of =
                type instanceof ParameterizedType generic && generic.getRawType() != Map.class ? argument(type) : type;
        Optional<RecordShape> shape = of instanceof Class<?> declared
                ? defaults.recordOf(declared, block).map(RecordShape::of)
                : Optional.empty();
        for (Map.Entry<String, ConfigNode> entry : block.keys().entrySet()) {
            String child = RecordBinder.child(path, entry.getKey());
            Optional<RecordShape.Component> component = shape.flatMap(known -> known.component(entry.getKey()));
            if (component.isPresent()) {
                explain(
                        component.get().type(),
                        entry.getValue(),
                        child,
                        component.get().meaning());
            } else if (entry.getKey().equals(Alternatives.SETTINGS)
                    && entry.getValue() instanceof ConfigNode.Items items) {
                explainSettings(shape.orElseThrow(), items, child);
            } else {
                explain(argument(type), entry.getValue(), child, headMeaning(of, entry.getKey()));
            }
        }
    }

    /** A setting has some keys of the record, and no type of its own. */
    private void explainSettings(RecordShape shape, ConfigNode.Items settings, String path) {
        for (int at = 0; at < settings.elements().size(); at++) {
            if (settings.elements().get(at) instanceof ConfigNode.Block setting) {
                String prefix = path + "." + at;
                setting.keys().forEach((key, value) -> shape.component(key)
                        .ifPresent(component -> explain(
                                component.type(), value, RecordBinder.child(prefix, key), component.meaning())));
            }
        }
    }

    private String headMeaning(Type of, String key) {
        if (key.equals(Alternatives.NAME)) {
            return "how tables call it";
        }
        boolean chooses = key.equals(TypeRegistry.KEY) && of instanceof Class<?> family && types.contains(family);
        return chooses ? "one of " + String.join(", ", types.of((Class<?>) of).keySet()) : "";
    }

    /** What a list, map, Optional or Alternatives holds; of any other type itself. */
    private static Type argument(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] of = generic.getActualTypeArguments();
            return of[of.length - 1];
        }
        return type;
    }

    private static String origins(ConfigNode node) {
        return ConfigNode.origins(List.of(node)).stream().map(Origin::toString).collect(Collectors.joining(", "));
    }

    private static String json(ConfigNode node) {
        if (node instanceof ConfigNode.Items items) {
            return items.elements().stream().map(ConfigExplanation::json).collect(Collectors.joining(", ", "[", "]"));
        }
        return node instanceof ConfigNode.Leaf leaf ? leaf.value().toString() : "{}";
    }
}
