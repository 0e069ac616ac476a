package dev.linger.pipeline.config;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.linger.data.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * JSON text and trees: reads one value and nothing after it, refuses a repeated key, writes the same text for the same
 * tree.
 */
final class StrictJson {
    /** Fractions stay as written until they are bound, so that an error shows 64.0 and 1e999 as what they are. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /** How Jackson names a second place within a message. */
    private static final String SOURCE_OF_LOCATION = "\\[Source: [^;]*; line: (\\d+), column: (\\d+)\\]";

    private StrictJson() {}

    static ObjectNode readObject(ConfigText source) {
        JsonNode tree = read(source.origin(), source.text());
        if (tree instanceof ObjectNode object) {
            return object;
        }
        throw new InputException(source.origin() + ": must be a JSON object, {...}, but is " + shown(tree));
    }

    /** The one JSON value that the text holds. */
    static JsonNode read(String origin, String text) {
        try (JsonParser parser = MAPPER.createParser(text)) {
            JsonNode tree = MAPPER.readTree(parser);
            if (tree == null) {
                throw new InputException(origin + ": is empty, a JSON object, {...}, is expected");
            }
            if (parser.nextToken() != null) {
                throw new InputException(
                        at(origin, parser.currentTokenLocation()) + ": something follows the end of the JSON value");
            }
            return tree;
        } catch (JsonProcessingException malformed) {
            String what = malformed.getOriginalMessage().replaceAll(SOURCE_OF_LOCATION, "line $1, column $2");
            throw new InputException(at(origin, malformed.getLocation()) + ": not valid JSON: " + what, malformed);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The tree as indented text with a line end. */
    static String write(JsonNode tree) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter()
                .withObjectIndenter(indenter)
                .withSeparators(
                        Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER));
        try {
            return MAPPER.writer(printer).writeValueAsString(tree) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** A value as errors show it: as it is written in JSON, a long one by its kind. */
    static String shown(JsonNode node) {
        if (node.isObject()) {
            return "an object";
        }
        return node.isArray() ? "a list" : node.toString();
    }

    private static String at(String origin, JsonLocation location) {
        return origin + ", line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
