package dev.linger.pipeline.comparison;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.linger.data.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * A JSON file of a run, or a part of one.
 *
 * @param origin how errors name it
 * @param tree what it holds
 */
record JsonFile(String origin, JsonNode tree) {
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /**
     * Reads a file of a run.
     *
     * @throws InputException if it is not there or is no JSON
     */
    static JsonFile read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new InputException(
                    file + " is not there: the run failed, was stopped or is of an older Linger; make it again");
        }
        try {
            return new JsonFile(file.toString(), MAPPER.readTree(Files.readString(file)));
        } catch (JsonProcessingException malformed) {
            throw new InputException(
                    file + ": not valid JSON: " + malformed.getOriginalMessage() + "; make the run again", malformed);
        } catch (IOException failure) {
            throw new InputException(file + ": cannot be read (" + failure + ")", failure);
        }
    }

    /** The part at a JSON pointer. */
    JsonFile at(String pointer) {
        JsonNode part = tree.at(pointer);
        if (part.isMissingNode()) {
            throw new InputException(origin + ": has no " + pointer + "; the run is of another Linger, make it again");
        }
        return new JsonFile(origin + pointer, part);
    }

    /** The row of a table whose cell in this column is this text. */
    JsonFile row(String column, String value) {
        for (int at = 0; at < at("/rows").tree().size(); at++) {
            JsonFile row = at("/rows/" + at);
            if (row.text("/" + column).equals(value)) {
                return row;
            }
        }
        throw new InputException(origin + ": has no row of " + value + "; make the run again");
    }

    String text(String pointer) {
        return of("a string", at(pointer), JsonNode::isTextual).asText();
    }

    List<String> texts(String pointer) {
        int count = of("a list", at(pointer), JsonNode::isArray).size();
        return IntStream.range(0, count)
                .mapToObj(element -> text(pointer + "/" + element))
                .toList();
    }

    long whole(String pointer) {
        return of("a whole number", at(pointer), node -> node.isIntegralNumber() && node.canConvertToLong())
                .asLong();
    }

    /** A whole number in a range. */
    int whole(String pointer, int least, int most) {
        return of(
                        "a whole number from " + least + " to " + most,
                        at(pointer),
                        node -> node.isIntegralNumber()
                                && node.canConvertToInt()
                                && node.asInt() >= least
                                && node.asInt() <= most)
                .asInt();
    }

    /** A number in a range; null, which stands for what does not apply, is NaN. */
    double number(String pointer, double least, double most) {
        JsonNode value = of(
                "a number from " + least + " to " + most,
                at(pointer),
                node -> node.isNull() || (node.isNumber() && node.asDouble() >= least && node.asDouble() <= most));
        return value.isNull() ? Double.NaN : value.asDouble();
    }

    /** A number; null, which stands for what does not apply, is NaN. */
    double number(String pointer) {
        JsonNode value = of("a number", at(pointer), node -> node.isNumber() || node.isNull());
        return value.isNull() ? Double.NaN : value.asDouble();
    }

    private static JsonNode of(String kind, JsonFile part, Predicate<JsonNode> isOfKind) {
        if (!isOfKind.test(part.tree())) {
            throw new InputException(part.origin() + ": must be " + kind + " but is " + part.tree());
        }
        return part.tree();
    }
}
