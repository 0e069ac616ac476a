package dev.linger.pipeline.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.linger.data.InputException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A JSON tree -> the record tree of a given type. Every component has its key and every key its component; numbers,
 * strings and truth values are not converted into each other. Components may be int, long, double, boolean, String, enums,
 * records, registered sealed interfaces, and {@code List<T>}, {@code Map<String, T>} (in key order) and
 * {@code Optional<T>} (its key stands there, empty is null) of these.
 */
final class RecordBinder {
    private final SealedTypes sealedTypes;
    private final Origins origins;

    RecordBinder(SealedTypes sealedTypes, Origins origins) {
        this.sealedTypes = sealedTypes;
        this.origins = origins;
    }

    Object bind(Type type, JsonNode node, String path) {
        if (type instanceof ParameterizedType generic) {
            return bindGeneric(generic, node, path);
        }
        Class<?> plain = (Class<?>) type;
        if (ScalarKind.isScalar(plain)) {
            Optional<?> value = ScalarKind.read(plain, node);
            if (value.isEmpty()) {
                throw mistyped(plain, node, path);
            }
            return value.get();
        }
        boolean chosenByType = sealedTypes.contains(plain);
        if (!chosenByType && !plain.isRecord()) {
            throw new IllegalArgumentException("a configuration cannot hold the " + plain + " at " + path);
        }
        if (!(node instanceof ObjectNode block)) {
            throw at(path, path + " must be an object, {...}, but is " + StrictJson.shown(node));
        }
        return chosenByType
                ? bindRecord(chosenRecord(plain, block, path), block, path, List.of(SealedTypes.KEY))
                : bindRecord(plain, block, path, List.of());
    }

    private InputException mistyped(Class<?> type, JsonNode node, String path) {
        String hint = type.isEnum() && node.isTextual() ? hint(node.textValue(), ScalarKind.constantNames(type)) : "";
        return at(path, path + " must be " + ScalarKind.allowed(type) + " but is " + StrictJson.shown(node) + hint);
    }

    private Object bindGeneric(ParameterizedType type, JsonNode node, String path) {
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
        throw new IllegalArgumentException("a configuration cannot hold the " + type + " at " + path);
    }

    private List<Object> bindList(Type of, JsonNode node, String path) {
        if (!node.isArray()) {
            throw at(path, path + " must be a list, [...], but is " + StrictJson.shown(node));
        }
        List<Object> elements = new ArrayList<>();
        for (JsonNode element : node) {
            elements.add(bind(of, element, path + "." + elements.size()));
        }
        return Collections.unmodifiableList(elements);
    }

    private Map<String, Object> bindMap(Type of, JsonNode node, String path) {
        if (!node.isObject()) {
            throw at(path, path + " must be an object, {...}, but is " + StrictJson.shown(node));
        }
        Map<String, Object> entries = new TreeMap<>();
        node.properties()
                .forEach(entry -> entries.put(entry.getKey(), bind(of, entry.getValue(), path + "." + entry.getKey())));
        return Collections.unmodifiableMap(entries);
    }

    private Class<?> chosenRecord(Class<?> sealed, ObjectNode block, String path) {
        Map<String, Class<?>> records = sealedTypes.of(sealed);
        String typePath = child(path, SealedTypes.KEY);
        String allowed = "one of " + String.join(", ", records.keySet());
        JsonNode name = block.get(SealedTypes.KEY);
        if (name == null) {
            throw at(
                    path,
                    "missing key " + typePath + ", " + allowed
                            + origins.of(path).incomplete());
        }
        Class<?> chosen = records.get(name.asText());
        if (chosen == null || !name.isTextual()) {
            String hint = name.isTextual() ? hint(name.textValue(), records.keySet()) : "";
            throw at(typePath, typePath + " must be " + allowed + " but is " + StrictJson.shown(name) + hint);
        }
        return chosen;
    }

    private Object bindRecord(Class<?> record, ObjectNode block, String path, List<String> otherKeys) {
        RecordComponent[] components = record.getRecordComponents();
        List<String> names =
                Arrays.stream(components).map(RecordComponent::getName).toList();
        if (names.contains(SealedTypes.KEY)) {
            throw new IllegalArgumentException(record.getName() + " has a component named " + SealedTypes.KEY
                    + ", the key that chooses the record of a sealed interface");
        }
        checkKeys(block, names, otherKeys, path);
        Object[] values = new Object[components.length];
        for (int at = 0; at < values.length; at++) {
            String name = names.get(at);
            values[at] = bind(components[at].getGenericType(), block.get(name), child(path, name));
        }
        return construct(record, components, values, path);
    }

    private void checkKeys(ObjectNode block, List<String> names, List<String> otherKeys, String path) {
        List<String> allowed = new ArrayList<>(otherKeys);
        allowed.addAll(names);
        for (Map.Entry<String, JsonNode> entry : block.properties()) {
            if (!allowed.contains(entry.getKey())) {
                String keyPath = child(path, entry.getKey());
                throw at(
                        keyPath,
                        "unknown key " + keyPath + "; allowed " + (path.isEmpty() ? "at the top" : "in " + path) + ": "
                                + String.join(", ", allowed) + hint(entry.getKey(), allowed));
            }
        }
        List<String> missing = names.stream()
                .filter(name -> !block.has(name))
                .map(name -> child(path, name))
                .toList();
        if (!missing.isEmpty()) {
            String keys = missing.size() == 1 ? "missing key " : "missing keys ";
            throw at(path, keys + String.join(", ", missing) + origins.of(path).incomplete());
        }
    }

    private Object construct(Class<?> record, RecordComponent[] components, Object[] values, String path) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> canonical = record.getDeclaredConstructor(types);
            canonical.setAccessible(true);
            return canonical.newInstance(values);
        } catch (InvocationTargetException refusal) {
            Throwable cause = refusal.getCause();
            if (cause instanceof IllegalArgumentException || cause instanceof InputException) {
                String what = path.isEmpty() ? "" : path + ": ";
                throw new InputException(origins.allWithin(path) + ": " + what + cause.getMessage(), cause);
            }
            throw new IllegalStateException("constructor of " + record.getName() + " failed", cause);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("record " + record.getName() + " cannot be made", impossible);
        }
    }

    private InputException at(String path, String message) {
        return new InputException(origins.of(path).name() + ": " + message);
    }

    private static String hint(String name, Collection<String> allowed) {
        return NearestName.hint(name, allowed);
    }

    private static String child(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
