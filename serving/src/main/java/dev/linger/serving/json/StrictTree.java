package dev.linger.serving.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.linger.data.InputException;
import dev.linger.data.NearestName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** JSON of strangers: shallow, without doubled keys and without anything after its end. */
public final class StrictTree {
    private static final int DEPTH = 8;
    private static final int NUMBER_LENGTH = 100;
    private static final int TEXT_LENGTH = 10_000;

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH)
                            .maxNumberLength(NUMBER_LENGTH)
                            .maxStringLength(TEXT_LENGTH)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private StrictTree() {}

    /**
     * Reads a tree.
     *
     * @throws InputException where the bytes are no JSON, with line and column
     */
    public static JsonNode read(byte[] bytes) {
        try {
            JsonNode tree = MAPPER.readTree(bytes);
            if (tree == null || tree.isMissingNode()) {
                throw new InputException("the body is empty");
            }
            return tree;
        } catch (JsonProcessingException mistake) {
            throw new InputException("the body is no JSON" + place(mistake.getLocation()), mistake);
        } catch (IOException failure) {
            throw new InputException("the body is no JSON: it is not UTF-8", failure);
        }
    }

    private static String place(JsonLocation at) {
        return at == null || at.getLineNr() < 1 ? "" : ": see line " + at.getLineNr() + ", column " + at.getColumnNr();
    }

    /** The bytes of a tree, in UTF-8. */
    public static byte[] write(JsonNode tree) {
        try {
            return MAPPER.writeValueAsBytes(tree);
        } catch (JsonProcessingException never) {
            throw new IllegalStateException("a tree of values has a text", never);
        }
    }

    /**
     * The object at a place.
     *
     * @param path the place, as {@code $[3]}
     * @throws InputException where it is none, or has other keys than these
     */
    public static ObjectNode object(JsonNode tree, String path, List<String> keys) {
        if (!(tree instanceof ObjectNode object)) {
            throw new InputException(
                    path + " must be an object with " + String.join(", ", keys) + " but is " + kind(tree));
        }
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!keys.contains(name)) {
                throw new InputException(path + " has an unknown key " + quoted(name) + NearestName.hint(name, keys));
            }
        }
        return object;
    }

    /** Reads an object at a place. */
    @FunctionalInterface
    public interface Read<T> {
        T of(ObjectNode object, String path);
    }

    /**
     * What an object, or an array of objects, holds.
     *
     * @param what they are, as in "plays"
     * @param keys that they may have
     * @param most how many there may be
     * @throws InputException where it is neither, or has none or too many, or one of them is a mistake
     */
    public static <T> List<T> objects(JsonNode tree, String what, List<String> keys, int most, Read<T> each) {
        if (!(tree instanceof ArrayNode array)) {
            return List.of(each.of(object(tree, "$", keys), "$"));
        }
        if (array.isEmpty() || array.size() > most) {
            throw new InputException("$ must have 1.." + most + " " + what + " but has " + array.size());
        }
        List<T> read = new ArrayList<>();
        for (int at = 0; at < array.size(); at++) {
            String path = "$[" + at + "]";
            read.add(each.of(object(array.get(at), path, keys), path));
        }
        return read;
    }

    /** Whether a value is a text of so many characters, all of them valid Unicode and none a control character. */
    public static boolean isText(JsonNode value, int least, int most) {
        String text = value.textValue();
        return text != null
                && text.length() >= least
                && text.length() <= most
                && text.chars().noneMatch(Character::isISOControl)
                && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    /**
     * A whole number.
     *
     * @throws InputException where the key has none, or one out of these bounds
     */
    public static long whole(ObjectNode object, String path, String key, long least, long most) {
        JsonNode value = object.get(key);
        if (value == null
                || !value.isIntegralNumber()
                || !value.canConvertToLong()
                || value.longValue() < least
                || value.longValue() > most) {
            throw new InputException(path + "." + key + " must be a whole number in " + least + ".." + most
                    + (value == null ? " but is missing" : " but is " + shown(value)));
        }
        return value.longValue();
    }

    /**
     * The array at a key; empty where the key is not there.
     *
     * @param of what it is an array of, as messages say it
     * @throws InputException where the key has no array, or one of too many
     */
    public static List<JsonNode> array(ObjectNode object, String path, String key, int most, String of) {
        JsonNode array = object.get(key);
        if (array == null) {
            return List.of();
        }
        if (!array.isArray() || array.size() > most) {
            throw new InputException(path + "." + key + " must be an array of at most " + most + " " + of + " but is "
                    + (array.isArray() ? "one of " + array.size() : shown(array)));
        }
        List<JsonNode> values = new ArrayList<>();
        array.forEach(values::add);
        return values;
    }

    /**
     * The whole numbers at a key; none where the key is not there.
     *
     * @throws InputException where the key has something else, or too many
     */
    public static List<Long> wholes(ObjectNode object, String path, String key, int most) {
        List<Long> wholes = new ArrayList<>();
        for (JsonNode value : array(object, path, key, most, "whole numbers")) {
            if (!value.isIntegralNumber() || !value.canConvertToLong()) {
                throw new InputException(
                        path + "." + key + "[" + wholes.size() + "] must be a whole number but is " + shown(value));
            }
            wholes.add(value.longValue());
        }
        return wholes;
    }

    /**
     * Whether a key is true.
     *
     * @param otherwise where the key is not there
     * @throws InputException where it is neither true nor false
     */
    public static boolean isTrue(ObjectNode object, String path, String key, boolean otherwise) {
        JsonNode value = object.get(key);
        if (value != null && !value.isBoolean()) {
            throw new InputException(path + "." + key + " must be true or false but is " + shown(value));
        }
        return value == null ? otherwise : value.booleanValue();
    }

    /** A value as a message shows it, cut. */
    public static String shown(JsonNode value) {
        return value.isContainerNode() ? kind(value) : cut(value.toString());
    }

    private static String kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case ARRAY -> "an array";
            case OBJECT -> "an object";
            default -> shown(value);
        };
    }

    private static String quoted(String text) {
        return "\"" + cut(text) + "\"";
    }

    private static String cut(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "...";
    }
}
