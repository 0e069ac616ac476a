package dev.linger.pipeline.config;

import dev.linger.data.InputException;
import dev.linger.data.NearestName;
import dev.linger.data.config.Alternatives;
import dev.linger.data.config.RecordShape;
import dev.linger.data.config.ScalarKind;
import dev.linger.data.config.TypeRegistry;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A configuration that {@link Defaults} filled -> the record tree of a given type. Every component has its key and every
 * key its component; numbers, strings and truth values are not converted into each other. Components may be int, long,
 * double, boolean, String, enums, records, registered interfaces, and {@code List<T>}, {@code Map<String, T>} (in key
 * order), {@code Optional<T>} (empty is null) and {@code Alternatives<T>} of these.
 */
final class RecordBinder {
    private final TypeRegistry types;
    private final Defaults defaults;

    RecordBinder(TypeRegistry types) {
        this.types = types;
        this.defaults = new Defaults(types);
    }

    Object bind(Type type, ConfigNode node, String path) {
        if (type instanceof ParameterizedType generic) {
            return bindGeneric(generic, node, path);
        }
        Class<?> plain = (Class<?>) type;
        if (ScalarKind.isScalar(plain)) {
            return bindScalar(plain, node, path);
        }
        boolean chosenByType = types.contains(plain);
        if (!chosenByType && !plain.isRecord()) {
            throw new IllegalArgumentException("a configuration cannot hold the " + plain + " at " + path);
        }
        ConfigNode.Block block = block(node, path);
        return chosenByType
                ? bindRecord(chosenRecord(plain, block, path), block, path, List.of(TypeRegistry.KEY))
                : bindRecord(plain, block, path, List.of());
    }

    private static Object bindScalar(Class<?> type, ConfigNode node, String path) {
        Optional<?> value =
                node instanceof ConfigNode.Leaf leaf ? JsonScalars.read(type, leaf.value()) : Optional.empty();
        if (value.isPresent()) {
            return value.get();
        }
        String hint = type.isEnum()
                ? node.text()
                        .map(text -> NearestName.hint(text, ScalarKind.constantNames(type)))
                        .orElse("")
                : "";
        throw at(node, path + " must be " + ScalarKind.allowed(type) + " but is " + node.shown() + hint);
    }

    private Object bindGeneric(ParameterizedType type, ConfigNode node, String path) {
        Type[] of = type.getActualTypeArguments();
        if (type.getRawType() == Optional.class) {
            return node.isNull() ? Optional.empty() : Optional.of(bind(of[0], node, path));
        }
        if (type.getRawType() == List.class) {
            return bindList(of[0], node, path);
        }
        if (type.getRawType() == Map.class && of[0] == String.class) {
            return bindMap(of[1], node, path);
        }
        if (type.getRawType() == Alternatives.class) {
            return bindAlternatives((Class<?>) of[0], block(node, path), path);
        }
        throw new IllegalArgumentException("a configuration cannot hold the " + type + " at " + path);
    }

    private List<Object> bindList(Type of, ConfigNode node, String path) {
        if (!(node instanceof ConfigNode.Items items)) {
            throw at(node, path + " must be a list, [...], but is " + node.shown());
        }
        List<Object> elements = new ArrayList<>();
        for (ConfigNode element : items.elements()) {
            elements.add(bind(of, element, path + "." + elements.size()));
        }
        return Collections.unmodifiableList(elements);
    }

    private Map<String, Object> bindMap(Type of, ConfigNode node, String path) {
        Map<String, Object> entries = new TreeMap<>();
        block(node, path).keys().forEach((key, value) -> entries.put(key, bind(of, value, path + "." + key)));
        return Collections.unmodifiableMap(entries);
    }

    /** Each setting over the rest of the block. */
    private Alternatives<Object> bindAlternatives(Class<?> of, ConfigNode.Block block, String path) {
        defaults.recordOf(of, block).ifPresent(Alternatives::check);
        Optional<String> name = block.get(Alternatives.NAME)
                .filter(node -> !node.isNull())
                .map(node -> (String) bindScalar(String.class, node, child(path, Alternatives.NAME)));
        ConfigNode.Block rest = block.without(Set.of(Alternatives.NAME, Alternatives.SETTINGS));
        Optional<ConfigNode> settings = block.get(Alternatives.SETTINGS);
        if (settings.isEmpty()) {
            return new Alternatives<>(name, List.of(bind(of, rest, path)));
        }
        String listPath = child(path, Alternatives.SETTINGS);
        if (!(settings.get() instanceof ConfigNode.Items items)
                || items.elements().isEmpty()) {
            throw at(
                    settings.get(),
                    listPath + " must be a list of at least one object, [{...}], but is "
                            + (settings.get() instanceof ConfigNode.Items
                                    ? "empty"
                                    : settings.get().shown()));
        }
        List<Object> bound = new ArrayList<>();
        for (ConfigNode element : items.elements()) {
            bound.add(bindSetting(of, rest, element, listPath + "." + bound.size()));
        }
        refuseWithoutEffect(block, path);
        return new Alternatives<>(name, bound);
    }

    private Object bindSetting(Class<?> of, ConfigNode.Block rest, ConfigNode element, String path) {
        ConfigNode.Block setting = block(element, path);
        for (String reserved : List.of(TypeRegistry.KEY, Alternatives.NAME, Alternatives.SETTINGS)) {
            setting.get(reserved).ifPresent(node -> {
                throw at(node, "unknown key " + child(path, reserved) + "; it belongs to the block, not to a setting");
            });
        }
        return bind(of, defaults.complete(of, ConfigNode.merge(rest, setting)), path);
    }

    private static void refuseWithoutEffect(ConfigNode.Block block, String path) {
        for (String key : Defaults.givenByAll(block)) {
            block.get(key).ifPresent(node -> {
                throw at(node, child(path, key) + " has no effect, because each of the settings gives its own");
            });
        }
    }

    private Class<?> chosenRecord(Class<?> family, ConfigNode.Block block, String path) {
        Map<String, Class<?>> records = types.of(family);
        String typePath = child(path, TypeRegistry.KEY);
        String allowed = "one of " + String.join(", ", records.keySet());
        ConfigNode type =
                block.get(TypeRegistry.KEY).orElseThrow(() -> at(block, "missing key " + typePath + ", " + allowed));
        Class<?> chosen = type.text().map(records::get).orElse(null);
        if (chosen == null) {
            String hint = type.text()
                    .map(text -> NearestName.hint(text, records.keySet()))
                    .orElse("");
            throw at(type, typePath + " must be " + allowed + " but is " + type.shown() + hint);
        }
        return chosen;
    }

    private Object bindRecord(Class<?> record, ConfigNode.Block block, String path, List<String> otherKeys) {
        RecordShape shape = RecordShape.of(record);
        refuseUnknown(shape, block, path, otherKeys);
        refuseMissing(shape, block, path);
        List<Object> values = new ArrayList<>();
        for (RecordShape.Component component : shape.components()) {
            ConfigNode value = block.get(component.name()).orElseThrow();
            values.add(bind(component.type(), value, child(path, component.name())));
        }
        try {
            return shape.make(values);
        } catch (IllegalArgumentException | InputException refusal) {
            String reason = Objects.requireNonNullElse(refusal.getMessage(), "refused");
            String what = path.isEmpty() ? reason : path + ": " + reason;
            throw new InputException(givers(block, reason) + ": " + what, refusal);
        }
    }

    private static void refuseUnknown(RecordShape shape, ConfigNode.Block block, String path, List<String> otherKeys) {
        List<String> allowed = new ArrayList<>(otherKeys);
        allowed.addAll(shape.names());
        block.keys().forEach((key, value) -> {
            if (!allowed.contains(key)) {
                throw at(
                        value,
                        "unknown key " + child(path, key) + "; allowed "
                                + (path.isEmpty() ? "at the top" : "in " + path) + ": " + String.join(", ", allowed)
                                + NearestName.hint(key, allowed));
            }
        });
    }

    private static void refuseMissing(RecordShape shape, ConfigNode.Block block, String path) {
        List<String> missing = shape.components().stream()
                .filter(component -> block.get(component.name()).isEmpty())
                .map(component -> child(path, component.name())
                        + (component.meaning().isEmpty() ? "" : " (" + component.meaning() + ")"))
                .toList();
        if (!missing.isEmpty()) {
            String keys = missing.size() == 1 ? "missing key " : "missing keys ";
            throw at(block, keys + String.join(", ", missing));
        }
    }

    /** Who gave the keys that a refusal names, or all of the block where it names none; defaults where nobody did. */
    private static String givers(ConfigNode.Block block, String refusal) {
        Collection<String> words = Arrays.asList(refusal.split("\\W+"));
        List<ConfigNode> named = block.keys().entrySet().stream()
                .filter(entry -> words.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        return Stream.of(named, List.<ConfigNode>of(block))
                .map(nodes -> ConfigNode.origins(nodes).stream()
                        .filter(origin -> !origin.equals(Origin.DEFAULT))
                        .map(Origin::toString)
                        .collect(Collectors.joining(", ")))
                .filter(origins -> !origins.isEmpty())
                .findFirst()
                .orElseGet(Origin.DEFAULT::toString);
    }

    private static ConfigNode.Block block(ConfigNode node, String path) {
        if (node instanceof ConfigNode.Block block) {
            return block;
        }
        throw at(node, path + " must be an object, {...}, but is " + node.shown());
    }

    private static InputException at(ConfigNode node, String message) {
        return new InputException(node.origin() + ": " + message);
    }

    static String child(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
