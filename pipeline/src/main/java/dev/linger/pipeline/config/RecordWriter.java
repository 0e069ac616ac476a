package dev.linger.pipeline.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.linger.data.config.Alternatives;
import dev.linger.data.config.RecordShape;
import dev.linger.data.config.ScalarKind;
import dev.linger.data.config.TypeRegistry;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A record tree -> the JSON tree that binds to it: keys in the order of the components, "type" first. Equal records give equal text. */
public final class RecordWriter {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final TypeRegistry types;

    public RecordWriter(TypeRegistry types) {
        this.types = types;
    }

    /** A record without a choice by type anywhere in it, as indented JSON text. */
    public static String text(Record record) {
        return StrictJson.write(new RecordWriter(TypeRegistry.of(List.of())).tree(record));
    }

    /** Any tree as indented JSON text. */
    public static String text(JsonNode tree) {
        return StrictJson.write(tree);
    }

    JsonNode tree(Record record) {
        return tree(record.getClass(), record);
    }

    private JsonNode tree(Type type, Object value) {
        if (type instanceof ParameterizedType generic) {
            return genericTree(generic, value);
        }
        return value instanceof Record record ? head(type, record).setAll(body(record)) : scalar(value);
    }

    /** What chooses the record, where it is chosen. */
    private ObjectNode head(Type type, Object record) {
        ObjectNode head = NODES.objectNode();
        if (type instanceof Class<?> declared && types.contains(declared)) {
            head.put(TypeRegistry.KEY, types.typeOf(declared, record.getClass()));
        }
        return head;
    }

    private ObjectNode body(Object record) {
        ObjectNode body = NODES.objectNode();
        RecordShape shape = RecordShape.of(record.getClass());
        shape.components()
                .forEach(component ->
                        body.set(component.name(), tree(component.type(), shape.get(record, component.name()))));
        return body;
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
        if (value instanceof Alternatives<?> alternatives) {
            return alternativesTree(of, alternatives);
        }
        ArrayNode array = NODES.arrayNode();
        ((Collection<?>) value).forEach(element -> array.add(tree(of, element)));
        return array;
    }

    /** One setting is the block itself; several stand in full in the list. */
    private JsonNode alternativesTree(Type of, Alternatives<?> alternatives) {
        Object first = alternatives.settings().get(0);
        Alternatives.check(first.getClass());
        ObjectNode block = head(of, first);
        alternatives.name().ifPresent(name -> block.put(Alternatives.NAME, name));
        if (alternatives.settings().size() == 1) {
            return block.setAll(body(first));
        }
        ArrayNode settings = block.putArray(Alternatives.SETTINGS);
        alternatives.settings().forEach(setting -> settings.add(body(setting)));
        return block;
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
}
