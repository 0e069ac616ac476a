package dev.linger.pipeline.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One value of a table; a number that does not apply is NaN. */
public sealed interface Cell {
    /** The kind of column it may stand in. */
    Column.Kind kind();

    /** The value for the eye, numbers with that many decimals, "-" for what does not apply. */
    String shown(int digits);

    /**
     * The value at full precision, one entry a field of the column: a String, a Long, a Double, or null for what does
     * not apply.
     */
    List<@Nullable Object> values();

    static Cell of(String value) {
        return new Text(value);
    }

    static Cell of(long value) {
        return new Whole(value);
    }

    static Cell of(double value) {
        return new Decimal(value);
    }

    static Cell of(double low, double high) {
        return new Interval(low, high);
    }

    /** A decimal that does not apply in this row. */
    static Cell notApplicable() {
        return new Decimal(Double.NaN);
    }

    record Text(String value) implements Cell {
        @Override
        public Column.Kind kind() {
            return Column.Kind.TEXT;
        }

        @Override
        public String shown(int digits) {
            return value;
        }

        @Override
        public List<@Nullable Object> values() {
            return List.of(value);
        }
    }

    record Whole(long value) implements Cell {
        @Override
        public Column.Kind kind() {
            return Column.Kind.INTEGER;
        }

        @Override
        public String shown(int digits) {
            return Long.toString(value);
        }

        @Override
        public List<@Nullable Object> values() {
            return List.of(value);
        }
    }

    record Decimal(double value) implements Cell {
        @Override
        public Column.Kind kind() {
            return Column.Kind.DECIMAL;
        }

        @Override
        public String shown(int digits) {
            return rounded(value, digits);
        }

        @Override
        public List<@Nullable Object> values() {
            return Arrays.asList(applicable(value));
        }
    }

    record Interval(double low, double high) implements Cell {
        @Override
        public Column.Kind kind() {
            return Column.Kind.INTERVAL;
        }

        @Override
        public String shown(int digits) {
            return Double.isNaN(low) ? "-" : "[" + rounded(low, digits) + ", " + rounded(high, digits) + "]";
        }

        @Override
        public List<@Nullable Object> values() {
            return Arrays.asList(applicable(low), applicable(high));
        }
    }

    /** Half up on the decimal form, so 0.00005 shows as 0.0001 and no zero carries a sign. */
    private static String rounded(double value, int digits) {
        if (Double.isNaN(value)) {
            return "-";
        }
        if (Double.isInfinite(value)) {
            return Double.toString(value);
        }
        return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP).toPlainString();
    }

    private static @Nullable Double applicable(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
