package dev.linger.data.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The values that are no blocks, and what is allowed for each, in words. */
public final class ScalarKind {
    private ScalarKind() {}

    /** Whether it is int, long, double, boolean, String or an enum. */
    public static boolean isScalar(Class<?> type) {
        return type.isEnum()
                || isInteger(type)
                || isLong(type)
                || isDouble(type)
                || type == boolean.class
                || type == Boolean.class
                || type == String.class;
    }

    /** What is allowed, to follow "must be". */
    public static String allowed(Class<?> type) {
        if (type.isEnum()) {
            return "one of " + String.join(", ", constantNames(type));
        }
        if (isInteger(type)) {
            return "a whole number from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE;
        }
        if (isLong(type)) {
            return "a whole number";
        }
        if (isDouble(type)) {
            return "a number";
        }
        return type == String.class ? "a string" : "true or false";
    }

    /** Whether it is int. */
    public static boolean isInteger(Class<?> type) {
        return type == int.class || type == Integer.class;
    }

    /** Whether it is long. */
    public static boolean isLong(Class<?> type) {
        return type == long.class || type == Long.class;
    }

    /** Whether it is double. */
    public static boolean isDouble(Class<?> type) {
        return type == double.class || type == Double.class;
    }

    /** Names of all constants of an enum, in their order. */
    public static List<String> constantNames(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> nameOf((Enum<?>) constant))
                .toList();
    }

    /** The name of an enum constant in a configuration: {@code LAMBDA_RANK} is "lambda-rank". */
    public static String nameOf(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
