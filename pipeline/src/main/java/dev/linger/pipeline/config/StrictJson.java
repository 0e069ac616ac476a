package dev.linger.pipeline.config;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.linger.data.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * JSON text and trees: reads one value and nothing after it, refuses a repeated key, writes the same text for the same
 * tree. A file may have comments, as in Java, and begin with a byte order mark.
 */
final class StrictJson {
    /** Fractions stay as written until they are bound, so that an error shows 64.0 and 1e999 as what they are. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** How Jackson names a second place within a message. */
    private static final String SOURCE_OF_LOCATION = "\\[Source: [^;]*; line: (\\d+), column: (\\d+)\\]";

    /** What Jackson says of its own switches. */
    private static final String SWITCHES =
            " \\(not recognized as one since Feature [^)]*\\)|: enable `[^`]*` to allow|, from `[^`]*`";

    private StrictJson() {}

    static ConfigNode.Block readObject(ConfigText source) {
        ConfigNode tree = read(source.origin(), source.text(), true);
        if (tree instanceof ConfigNode.Block block) {
            return block;
        }
        throw new InputException(tree.origin() + ": must be a JSON object, {...}, but is " + tree.shown());
    }

    /**
     * The one JSON value that the text holds.
     *
     * @param withLines whether the origin is a file, so that a value's line tells where in it the value is
     */
    static ConfigNode read(String origin, String text, boolean withLines) {
        String json = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        try (JsonParser parser = MAPPER.createParser(json)) {
            return read(origin, parser, withLines);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static ConfigNode read(String source, JsonParser parser, boolean withLines) throws IOException {
        try {
            if (parser.nextToken() == null) {
                throw new InputException(source + ": is empty, a JSON object, {...}, is expected");
            }
            ConfigNode tree = node(parser, source, withLines);
            if (parser.nextToken() != null) {
                throw new InputException(
                        at(source, parser.currentTokenLocation()) + ": something follows the end of the JSON value");
            }
            return tree;
        } catch (JsonProcessingException malformed) {
            String what = malformed
                    .getOriginalMessage()
                    .replaceAll(SOURCE_OF_LOCATION, "line $1, column $2")
                    .replaceAll(SWITCHES, "");
            // A limit of the parser is reported without a place.
            JsonLocation where = malformed.getLocation() == null ? parser.currentLocation() : malformed.getLocation();
            throw new InputException(at(source, where) + ": not valid JSON: " + what + JsonAdvice.on(what), malformed);
        }
    }

    /** The value that begins with the current token. No deeper than the parser's limit of nesting. */
    private static ConfigNode node(JsonParser parser, String source, boolean withLines) throws IOException {
        Origin origin =
                new Origin(source, withLines ? parser.currentTokenLocation().getLineNr() : 0);
        if (parser.hasToken(JsonToken.START_OBJECT)) {
            Map<String, ConfigNode> keys = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String key = parser.currentName();
                parser.nextToken();
                keys.put(key, node(parser, source, withLines));
            }
            return new ConfigNode.Block(origin, keys);
        }
        if (parser.hasToken(JsonToken.START_ARRAY)) {
            List<ConfigNode> elements = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                elements.add(node(parser, source, withLines));
            }
            return new ConfigNode.Items(origin, elements);
        }
        return new ConfigNode.Leaf(origin, leaf(parser, source));
    }

    private static JsonNode leaf(JsonParser parser, String source) throws IOException {
        try {
            return MAPPER.readTree(parser);
        } catch (NumberFormatException endless) { // an exponent of more digits than any number has
            throw new InputException(
                    at(source, parser.currentTokenLocation()) + ": not valid JSON: a number that is too large",
                    endless);
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

    private static String at(String origin, JsonLocation location) {
        return origin + ", line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
