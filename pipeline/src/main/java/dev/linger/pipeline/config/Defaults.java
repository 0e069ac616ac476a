package dev.linger.pipeline.config;

import com.fasterxml.jackson.databind.node.NullNode;
import dev.linger.data.InputException;
import dev.linger.data.config.Alternatives;
import dev.linger.data.config.RecordShape;
import dev.linger.data.config.ScalarKind;
import dev.linger.data.config.TypeRegistry;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Fills what a configuration leaves out from the records that it is for: a key by its default, an {@code Optional} by
 * null, a block all of whose keys have defaults by these; a string where a block is chosen by type by the block of this
 * type. What is wrong stays as it is for {@link RecordBinder} to refuse.
 */
final class Defaults {
    private final TypeRegistry types;

    Defaults(TypeRegistry types) {
        this.types = types;
    }

    /** The value with all that can be filled, its keys in the order of the components. */
    ConfigNode complete(Type type, ConfigNode node) {
        if (!(type instanceof ParameterizedType generic)) {
            return completePlain((Class<?>) type, node);
        }
        Type of = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
        Type raw = generic.getRawType();
        if (raw == Optional.class) {
            return node.isNull() ? node : complete(of, node);
        }
        if (raw == Alternatives.class) {
            return completeAlternatives((Class<?>) of, node);
        }
        if (raw == List.class && node instanceof ConfigNode.Items items) {
            return new ConfigNode.Items(
                    items.origin(),
                    items.elements().stream()
                            .map(element -> complete(of, element))
                            .toList());
        }
        if (raw == Map.class && node instanceof ConfigNode.Block block) {
            Map<String, ConfigNode> entries = new LinkedHashMap<>();
            block.keys().forEach((key, entry) -> entries.put(key, complete(of, entry)));
            return new ConfigNode.Block(block.origin(), entries);
        }
        return node;
    }

    /** The record that a block fills: the class itself, or the one of its type; empty for a type that there is not. */
    Optional<Class<?>> recordOf(Class<?> declared, ConfigNode.Block block) {
        if (!types.contains(declared)) {
            return Optional.of(declared);
        }
        Map<String, Class<?>> records = types.of(declared);
        return block.get(TypeRegistry.KEY).flatMap(ConfigNode::text).map(records::get);
    }

    private ConfigNode completePlain(Class<?> declared, ConfigNode node) {
        return whole(declared, node) instanceof ConfigNode.Block block && !ScalarKind.isScalar(declared)
                ? completeRecord(declared, block, Set.of())
                : node;
    }

    private ConfigNode whole(Class<?> declared, ConfigNode node) {
        boolean shortForm = types.contains(declared) && node.text().isPresent();
        return shortForm && node instanceof ConfigNode.Leaf type ? ConfigNode.Block.ofType(type) : node;
    }

    /** The common part is filled but for what each setting gives anyway. */
    private ConfigNode completeAlternatives(Class<?> of, ConfigNode node) {
        if (!(whole(of, node) instanceof ConfigNode.Block given)) {
            return node;
        }
        ConfigNode.Block block = SettingsGrid.expanded(given);
        return completeRecord(of, block, givenByAll(block));
    }

    /** Keys that every setting gives without regard to the rest of the block. */
    static Set<String> givenByAll(ConfigNode.Block block) {
        if (!(block.get(Alternatives.SETTINGS).orElse(block) instanceof ConfigNode.Items settings)) {
            return Set.of();
        }
        List<Set<String>> given =
                settings.elements().stream().map(Defaults::replaced).toList();
        Set<String> common = given.isEmpty() ? new LinkedHashSet<>() : new LinkedHashSet<>(given.get(0));
        given.forEach(common::retainAll);
        return common;
    }

    private static Set<String> replaced(ConfigNode setting) {
        return setting instanceof ConfigNode.Block own
                ? own.keys().entrySet().stream()
                        .filter(entry -> !(entry.getValue() instanceof ConfigNode.Block))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    private ConfigNode completeRecord(Class<?> declared, ConfigNode.Block block, Set<String> left) {
        Optional<Class<?>> record = recordOf(declared, block).filter(Class::isRecord);
        if (record.isEmpty()) {
            return block;
        }
        Map<String, ConfigNode> filled = new LinkedHashMap<>();
        for (String key : List.of(TypeRegistry.KEY, Alternatives.NAME)) {
            block.get(key).ifPresent(value -> filled.put(key, value));
        }
        for (RecordShape.Component component : RecordShape.of(record.get()).components()) {
            Optional<ConfigNode> given = block.get(component.name());
            Optional<ConfigNode> value = left.contains(component.name()) ? given : fill(component, given);
            value.ifPresent(present -> filled.put(component.name(), present));
        }
        block.keys().forEach(filled::putIfAbsent);
        return new ConfigNode.Block(block.origin(), filled);
    }

    private Optional<ConfigNode> fill(RecordShape.Component component, Optional<ConfigNode> given) {
        Optional<ConfigNode> byDefault = component.byDefault().map(json -> defaultOf(component, json));
        Optional<ConfigNode> value = given.isPresent() ? given : byDefault.or(() -> leftOut(component.type()));
        if (given.isPresent() && byDefault.isPresent() && isBlock(component.type())) {
            value = Optional.of(ConfigNode.merge(byDefault.get(), given.get()));
        }
        return value.map(present -> complete(component.type(), present));
    }

    private static ConfigNode defaultOf(RecordShape.Component component, String json) {
        try {
            return StrictJson.read(Origin.DEFAULT.source(), json, false);
        } catch (InputException malformed) {
            throw new IllegalArgumentException(
                    "the default of " + component.name() + " is no JSON: " + json, malformed);
        }
    }

    private static Optional<ConfigNode> leftOut(Type type) {
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType() == Optional.class
                    ? Optional.of(new ConfigNode.Leaf(Origin.DEFAULT, NullNode.getInstance()))
                    : Optional.empty();
        }
        return type instanceof Class<?> plain && plain.isRecord() && hasAllDefaults(plain)
                ? Optional.of(new ConfigNode.Block(Origin.DEFAULT, Map.of()))
                : Optional.empty();
    }

    private static boolean hasAllDefaults(Class<?> record) {
        return RecordShape.of(record).components().stream()
                .allMatch(component -> component.byDefault().isPresent()
                        || leftOut(component.type()).isPresent());
    }

    /** Whether a value given is merged with the default; a map is not, so that it can be made empty. */
    private boolean isBlock(Type type) {
        if (type instanceof ParameterizedType generic) {
            boolean wraps = generic.getRawType() == Optional.class || generic.getRawType() == Alternatives.class;
            return wraps && isBlock(generic.getActualTypeArguments()[0]);
        }
        return type instanceof Class<?> plain && (plain.isRecord() || types.contains(plain));
    }
}
