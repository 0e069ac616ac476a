package dev.linger.data.config;

import dev.linger.data.InputException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Lines -> a record tree; see {@link FlatRecords}. Each line is taken once, and none may be left. */
final class FlatReader {
    private final TypeRegistry types;
    private final Map<String, String> values = new LinkedHashMap<>();

    FlatReader(TypeRegistry types, List<String> lines) {
        this.types = types;
        for (String line : lines) {
            int equals = line.indexOf('=');
            if (equals < 1) {
                throw new InputException("must be path=value but is " + line);
            }
            String path = line.substring(0, equals);
            if (values.put(path, line.substring(equals + 1)) != null) {
                throw new InputException(path + " is given twice");
            }
        }
    }

    Object read(Class<?> declared) {
        Object record = read(declared, "");
        if (!values.isEmpty()) {
            throw new InputException(
                    "unknown: " + String.join(", ", values.keySet()) + "; written by another version, or changed");
        }
        return record;
    }

    private Object read(Type declared, String path) {
        if (declared instanceof ParameterizedType generic) {
            return readGeneric(generic, path);
        }
        Class<?> plain = (Class<?>) declared;
        if (ScalarKind.isScalar(plain)) {
            return scalar(plain, path, take(path));
        }
        return readRecord(types.contains(plain) ? chosen(plain, path) : plain, path);
    }

    private Class<?> chosen(Class<?> family, String path) {
        String typePath = FlatWriter.child(path, TypeRegistry.KEY);
        String type = take(typePath);
        Class<?> record = types.of(family).get(type);
        if (record == null) {
            throw new InputException(typePath + " must be one of "
                    + String.join(", ", types.of(family).keySet()) + " but is " + type);
        }
        return record;
    }

    private Object readRecord(Class<?> record, String path) {
        RecordShape shape = RecordShape.of(record);
        List<Object> parts = new ArrayList<>();
        for (RecordShape.Component component : shape.components()) {
            parts.add(read(component.type(), FlatWriter.child(path, component.name())));
        }
        try {
            return shape.make(parts);
        } catch (IllegalArgumentException refusal) {
            String where = path.isEmpty() ? "" : path + ": ";
            throw new InputException(where + refusal.getMessage(), refusal);
        }
    }

    private Object readGeneric(ParameterizedType declared, String path) {
        Type of = declared.getActualTypeArguments()[declared.getActualTypeArguments().length - 1];
        Type raw = declared.getRawType();
        if (raw == Optional.class) {
            return values.remove(path, FlatText.NONE) ? Optional.empty() : Optional.of(read(of, path));
        }
        if (raw == List.class) {
            return readList(of, path);
        }
        if (raw == Map.class) {
            return readMap(of, path);
        }
        if (raw == Alternatives.class) {
            String namePath = FlatWriter.child(path, Alternatives.NAME);
            Optional<String> name = values.remove(namePath, FlatText.NONE)
                    ? Optional.empty()
                    : Optional.of((String) scalar(String.class, namePath, take(namePath)));
            return new Alternatives<>(name, readList(of, FlatWriter.child(path, Alternatives.SETTINGS)));
        }
        throw new IllegalArgumentException("no flat form for " + declared + " at " + path);
    }

    private List<Object> readList(Type of, String path) {
        String sizePath = FlatWriter.child(path, "size");
        int size = (Integer) scalar(int.class, sizePath, take(sizePath));
        if (size < 0) {
            throw new InputException(sizePath + " must be >= 0 but is " + size);
        }
        List<Object> elements = new ArrayList<>();
        for (int at = 0; at < size; at++) {
            elements.add(read(of, FlatWriter.child(path, Integer.toString(at))));
        }
        return Collections.unmodifiableList(elements);
    }

    private Map<String, Object> readMap(Type of, String path) {
        Map<String, Object> entries = new TreeMap<>();
        for (String key : FlatText.unquoteAll(path, take(path))) {
            entries.put(key, read(of, FlatWriter.child(path, FlatText.step(key))));
        }
        return Collections.unmodifiableMap(entries);
    }

    private String take(String path) {
        String value = values.remove(path);
        if (value == null) {
            throw new InputException(path + " is missing");
        }
        return value;
    }

    /** The value; a number must be written as Java prints it. */
    private static Object scalar(Class<?> type, String path, String text) {
        Optional<?> value;
        if (type == String.class) {
            List<String> texts = FlatText.unquoteAll(path, text);
            value = texts.size() == 1 ? Optional.of(texts.get(0)) : Optional.empty();
        } else if (type.isEnum()) {
            int at = ScalarKind.constantNames(type).indexOf(text);
            value = at < 0 ? Optional.empty() : Optional.of(Objects.requireNonNull(type.getEnumConstants())[at]);
        } else {
            value = parsed(type, text).filter(number -> number.toString().equals(text));
        }
        if (value.isEmpty()) {
            throw new InputException(path + " must be " + ScalarKind.allowed(type) + " but is " + text);
        }
        return value.get();
    }

    private static Optional<?> parsed(Class<?> type, String text) {
        try {
            if (ScalarKind.isInteger(type)) {
                return Optional.of(Integer.valueOf(text));
            }
            if (ScalarKind.isLong(type)) {
                return Optional.of(Long.valueOf(text));
            }
            return Optional.of(ScalarKind.isDouble(type) ? (Object) Double.valueOf(text) : Boolean.valueOf(text));
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }
}
