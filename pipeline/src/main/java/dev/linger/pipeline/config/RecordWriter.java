package dev.linger.pipeline.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** A record tree -> the JSON tree that binds to it: keys in the order of the components, "type" first. Equal records give equal text. */
public final class RecordWriter {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final SealedTypes sealedTypes;

    public RecordWriter(SealedTypes sealedTypes) {
        this.sealedTypes = sealedTypes;
    }

    /** The record as indented JSON text. */
    public String text(Record record) {
        return StrictJson.write(tree(record));
    }

    JsonNode tree(Record record) {
        return tree(record.getClass(), record);
    }

    private JsonNode tree(Type type, Object value) {
        if (value instanceof Record record) {
            ObjectNode object = NODES.objectNode();
            if (type instanceof Class<?> declared && sealedTypes.contains(declared)) {
                object.put(SealedTypes.KEY, sealedTypes.nameOf(declared, record.getClass()));
            }
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                object.set(component.getName(), tree(component.getGenericType(), get(component, record)));
            }
            return object;
        }
        return type instanceof ParameterizedType generic ? genericTree(generic, value) : scalar(value);
    }

    private JsonNode genericTree(ParameterizedType type, Object value) {
        Type of = type.getActualTypeArguments()[type.getActualTypeArguments().length - 1];
        if (value instanceof Optional<?> optional) {
            return optional.isPresent() ? tree(of, optional.get()) : NODES.nullNode();
        }
        if (value instanceof Map<?, ?> map) {
            ObjectNode object = NODES.objectNode();
            map.forEach((key, entry) -> object.set((String) key, tree(of, entry)));
            return object;
        }
        return NODES.arrayNode()
                .addAll(((Collection<?>) value)
                        .stream().map(element -> tree(of, element)).toList());
    }

    private static JsonNode scalar(Object value) {
        if (value instanceof JsonNode node) {
            return node;
        }
        if (value instanceof Enum<?> constant) {
            return NODES.textNode(ScalarKind.nameOf(constant));
        }
        if (value instanceof Integer number) {
            return NODES.numberNode(number);
        }
        if (value instanceof Long number) {
            return NODES.numberNode(number);
        }
        if (value instanceof Double number) {
            return NODES.numberNode(number);
        }
        if (value instanceof Boolean truth) {
            return NODES.booleanNode(truth);
        }
        if (value instanceof String text) {
            return NODES.textNode(text);
        }
        throw new IllegalArgumentException(
                "no JSON form for " + value.getClass().getName());
    }

    private static Object get(RecordComponent component, Record record) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException impossible) {
            throw new IllegalStateException("cannot read " + component, impossible);
        }
    }
}
