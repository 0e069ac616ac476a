package dev.linger.data.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A record tree -> lines; see {@link FlatRecords}. */
final class FlatWriter {
    private final TypeRegistry types;
    private final List<String> lines = new ArrayList<>();

    FlatWriter(TypeRegistry types) {
        this.types = types;
    }

    List<String> lines(Type declared, Object record) {
        write(declared, record, "");
        return List.copyOf(lines);
    }

    private void write(Type declared, Object value, String path) {
        if (declared instanceof ParameterizedType generic) {
            writeGeneric(generic, value, path);
        } else if (value instanceof Record record) {
            writeRecord((Class<?>) declared, record, path);
        } else {
            line(path, scalar(value));
        }
    }

    private void writeRecord(Class<?> declared, Record record, String path) {
        if (types.contains(declared)) {
            line(child(path, TypeRegistry.KEY), types.typeOf(declared, record.getClass()));
        }
        RecordShape shape = RecordShape.of(record.getClass());
        for (RecordShape.Component component : shape.components()) {
            write(component.type(), shape.get(record, component.name()), child(path, component.name()));
        }
    }

    private void writeGeneric(ParameterizedType declared, Object value, String path) {
        Type of = declared.getActualTypeArguments()[declared.getActualTypeArguments().length - 1];
        if (value instanceof Optional<?> optional) {
            optional.ifPresentOrElse(present -> write(of, present, path), () -> line(path, FlatText.NONE));
        } else if (value instanceof List<?> list) {
            writeList(of, list, path);
        } else if (value instanceof Map<?, ?> map) {
            writeMap(of, map, path);
        } else if (value instanceof Alternatives<?> alternatives) {
            String name = alternatives.name().map(FlatText::quote).orElse(FlatText.NONE);
            line(child(path, Alternatives.NAME), name);
            writeList(of, alternatives.settings(), child(path, Alternatives.SETTINGS));
        } else {
            throw new IllegalArgumentException("no flat form for " + declared + " at " + path);
        }
    }

    private void writeList(Type of, List<?> list, String path) {
        line(child(path, "size"), Integer.toString(list.size()));
        for (int at = 0; at < list.size(); at++) {
            write(of, list.get(at), child(path, Integer.toString(at)));
        }
    }

    private void writeMap(Type of, Map<?, ?> map, String path) {
        Map<String, Object> sorted = new TreeMap<>();
        map.forEach((key, entry) -> sorted.put((String) key, entry));
        line(path, sorted.keySet().stream().map(FlatText::quote).collect(Collectors.joining(",")));
        sorted.forEach((key, entry) -> write(of, entry, child(path, FlatText.step(key))));
    }

    private static String scalar(Object value) {
        if (value instanceof Enum<?> constant) {
            return ScalarKind.nameOf(constant);
        }
        if (value instanceof String text) {
            return FlatText.quote(text);
        }
        if (ScalarKind.isScalar(value.getClass())) {
            return value.toString();
        }
        throw new IllegalArgumentException(
                "no flat form for " + value.getClass().getName());
    }

    private void line(String path, String value) {
        lines.add(path + "=" + value);
    }

    static String child(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
