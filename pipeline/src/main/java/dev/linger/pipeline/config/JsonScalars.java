package dev.linger.pipeline.config;

import com.fasterxml.jackson.databind.JsonNode;
import dev.linger.data.config.ScalarKind;
import java.util.Objects;
import java.util.Optional;

/** Values of JSON that are no blocks -> values of Java. */
final class JsonScalars {
    private JsonScalars() {}

    /** The value, or empty where the node holds none of this type; nothing is rounded, parsed or converted. */
    static Optional<?> read(Class<?> type, JsonNode node) {
        if (type.isEnum()) {
            int at = node.isTextual() ? ScalarKind.constantNames(type).indexOf(node.textValue()) : -1;
            return at < 0 ? Optional.empty() : Optional.of(Objects.requireNonNull(type.getEnumConstants())[at]);
        }
        if (ScalarKind.isInteger(type)) {
            return when(node.isInt(), node.intValue());
        }
        if (ScalarKind.isLong(type)) {
            return when(node.isIntegralNumber() && node.canConvertToLong(), node.longValue());
        }
        if (ScalarKind.isDouble(type)) {
            boolean fits = node.isNumber() && Double.isFinite(node.doubleValue());
            boolean vanishes =
                    fits && node.doubleValue() == 0 && node.decimalValue().signum() != 0;
            return when(fits && !vanishes, node.doubleValue());
        }
        return type == String.class
                ? when(node.isTextual(), node.asText())
                : when(node.isBoolean(), node.booleanValue());
    }

    private static <T> Optional<T> when(boolean fits, T value) {
        return fits ? Optional.of(value) : Optional.empty();
    }
}
