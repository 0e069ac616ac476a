package dev.linger.pipeline.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The values that are no blocks: what is allowed, in words, and how a JSON value becomes one. */
final class ScalarKind {
    private ScalarKind() {}

    static boolean isScalar(Class<?> type) {
        return type.isEnum()
                || List.of(int.class, Integer.class, long.class, Long.class, double.class, Double.class)
                        .contains(type)
                || List.of(boolean.class, Boolean.class, String.class).contains(type);
    }

    /** What is allowed, to follow "must be". */
    static String allowed(Class<?> type) {
        if (type.isEnum()) {
            return "one of " + String.join(", ", constantNames(type));
        }
        if (type == int.class || type == Integer.class) {
            return "a whole number from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE;
        }
        if (type == long.class || type == Long.class) {
            return "a whole number";
        }
        if (type == double.class || type == Double.class) {
            return "a number";
        }
        return type == String.class ? "a string" : "true or false";
    }

    /** The value, or empty where the node holds none of this type; nothing is rounded, parsed or converted. */
    static Optional<?> read(Class<?> type, JsonNode node) {
        if (type.isEnum()) {
            return constant(type, node);
        }
        if (type == int.class || type == Integer.class) {
            return when(node.isInt(), node.intValue());
        }
        if (type == long.class || type == Long.class) {
            return when(node.isIntegralNumber() && node.canConvertToLong(), node.longValue());
        }
        if (type == double.class || type == Double.class) {
            return when(node.isNumber() && Double.isFinite(node.doubleValue()), node.doubleValue());
        }
        return type == String.class
                ? when(node.isTextual(), node.asText())
                : when(node.isBoolean(), node.booleanValue());
    }

    private static <T> Optional<T> when(boolean fits, T value) {
        return fits ? Optional.of(value) : Optional.empty();
    }

    private static Optional<?> constant(Class<?> type, JsonNode node) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant ->
                        node.isTextual() && nameOf((Enum<?>) constant).equals(node.textValue()))
                .findFirst();
    }

    static List<String> constantNames(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> nameOf((Enum<?>) constant))
                .toList();
    }

    /** The name of an enum constant in JSON: {@code LAMBDA_RANK} is "lambda-rank". */
    static String nameOf(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
