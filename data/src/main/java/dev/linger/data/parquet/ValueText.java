package dev.linger.data.parquet;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.EnumLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.JsonLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.UUIDLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.jspecify.annotations.Nullable;

/**
 * The value in hand of a column, as the text that a CSV file would have: whole numbers without a fraction even where the
 * column holds floats, for pandas makes floats of whole numbers among which some are missing; times as dates of ISO 8601,
 * with a Z where they are adjusted to UTC.
 */
@FunctionalInterface
interface ValueText {
    /** From it on not every whole number is a double of its own. */
    double EXACT_DOUBLE = 1L << 53;

    /** The same of floats. */
    double EXACT_FLOAT = 1L << 24;

    long JULIAN_DAY_OF_1970 = 2_440_588;

    String of(ColumnReader column) throws CharacterCodingException;

    /** How values of a type are shown; empty where the type is not read. */
    static Optional<ValueText> of(PrimitiveType type) {
        LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
        return Optional.ofNullable(
                switch (type.getPrimitiveTypeName()) {
                    case INT32 -> ofInt(logical);
                    case INT64 -> ofLong(logical);
                    case INT96 -> column -> instant(column.getBinary());
                    case FLOAT -> column -> number(column.getFloat(), EXACT_FLOAT, Float.toString(column.getFloat()));
                    case DOUBLE ->
                        column -> number(column.getDouble(), EXACT_DOUBLE, Double.toString(column.getDouble()));
                    case BOOLEAN -> column -> Boolean.toString(column.getBoolean());
                    case BINARY, FIXED_LEN_BYTE_ARRAY -> ofBytes(logical);
                });
    }

    private static @Nullable ValueText ofInt(@Nullable LogicalTypeAnnotation logical) {
        if (logical == null) {
            return column -> Integer.toString(column.getInteger());
        }
        if (logical instanceof IntLogicalTypeAnnotation whole) {
            return whole.isSigned()
                    ? column -> Integer.toString(column.getInteger())
                    : column -> Integer.toUnsignedString(column.getInteger());
        }
        if (logical instanceof DateLogicalTypeAnnotation) {
            return column -> LocalDate.ofEpochDay(column.getInteger()).toString();
        }
        return logical instanceof DecimalLogicalTypeAnnotation decimal
                ? column -> decimal(BigInteger.valueOf(column.getInteger()), decimal)
                : null;
    }

    private static @Nullable ValueText ofLong(@Nullable LogicalTypeAnnotation logical) {
        if (logical == null) {
            return column -> Long.toString(column.getLong());
        }
        if (logical instanceof IntLogicalTypeAnnotation whole) {
            return whole.isSigned()
                    ? column -> Long.toString(column.getLong())
                    : column -> Long.toUnsignedString(column.getLong());
        }
        if (logical instanceof TimestampLogicalTypeAnnotation time) {
            String zone = time.isAdjustedToUTC() ? "Z" : "";
            ChronoUnit unit =
                    switch (time.getUnit()) {
                        case MILLIS -> ChronoUnit.MILLIS;
                        case MICROS -> ChronoUnit.MICROS;
                        case NANOS -> ChronoUnit.NANOS;
                    };
            return column -> time(column.getLong(), unit) + zone;
        }
        return logical instanceof DecimalLogicalTypeAnnotation decimal
                ? column -> decimal(BigInteger.valueOf(column.getLong()), decimal)
                : null;
    }

    private static @Nullable ValueText ofBytes(@Nullable LogicalTypeAnnotation logical) {
        if (logical == null
                || logical instanceof StringLogicalTypeAnnotation
                || logical instanceof EnumLogicalTypeAnnotation
                || logical instanceof JsonLogicalTypeAnnotation) {
            CharsetDecoder strict = StandardCharsets.UTF_8.newDecoder();
            return column -> strict.decode(column.getBinary().toByteBuffer()).toString();
        }
        if (logical instanceof UUIDLogicalTypeAnnotation) {
            return column -> {
                ByteBuffer bytes = column.getBinary().toByteBuffer();
                return new UUID(bytes.getLong(), bytes.getLong()).toString();
            };
        }
        return logical instanceof DecimalLogicalTypeAnnotation decimal
                ? column -> decimal(new BigInteger(column.getBinary().getBytes()), decimal)
                : null;
    }

    private static String number(double value, double exact, String otherwise) {
        return value == Math.rint(value) && Math.abs(value) < exact ? Long.toString((long) value) : otherwise;
    }

    private static String decimal(BigInteger unscaled, DecimalLogicalTypeAnnotation decimal) {
        BigDecimal value = new BigDecimal(unscaled, decimal.getScale());
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private static String time(long count, ChronoUnit unit) {
        long perSecond = ChronoUnit.SECONDS.getDuration().dividedBy(unit.getDuration());
        long nanos = Math.floorMod(count, perSecond) * unit.getDuration().toNanos();
        return LocalDateTime.ofEpochSecond(Math.floorDiv(count, perSecond), (int) nanos, ZoneOffset.UTC)
                .toString();
    }

    /** Nanoseconds of the day and the Julian day, as Impala and old Spark write instants. */
    private static String instant(Binary value) {
        ByteBuffer bytes = value.toByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        long nanos = bytes.getLong();
        return Instant.EPOCH
                .plus(bytes.getInt() - JULIAN_DAY_OF_1970, ChronoUnit.DAYS)
                .plusNanos(nanos)
                .toString();
    }
}
