package dev.linger.data.plays;

import dev.linger.data.csv.CellText;
import dev.linger.data.plays.PlaysSource.Unit;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.regex.Pattern;

/** Reads the times of a table. Where their unit is not said, the first that can be read tells whether they are dates. */
final class TimeCells {
    private static final double MILLIS = 1000;
    private static final Pattern WITH_OFFSET = Pattern.compile(".*T.*(Z|[+-]\\d\\d:?\\d\\d)");
    private static final Pattern OFFSET_WITHOUT_COLON = Pattern.compile("([+-]\\d\\d)(\\d\\d)$");

    private final Unit ofNumbers;
    private final ZoneId zone;
    private Unit unit;

    /**
     * @param said the unit
     * @param ofNumbers what it is where it is not said and times are numbers
     * @param zone of dates without an offset
     */
    TimeCells(Unit said, Unit ofNumbers, ZoneId zone) {
        this.unit = said;
        this.ofNumbers = ofNumbers;
        this.zone = zone;
    }

    /** The unit, {@link Unit#AUTO} where nothing has told it yet. */
    Unit unit() {
        return unit;
    }

    /** Milliseconds since 1970-01-01 UTC, {@link CellText#BAD} where the cell is no time. */
    long millis(String cell) {
        double value = unit == Unit.ISO ? Double.NaN : CellText.number(cell);
        if (unit == Unit.AUTO) {
            unit = !Double.isNaN(value) ? ofNumbers : date(cell) != CellText.BAD ? Unit.ISO : Unit.AUTO;
        }
        if (unit == Unit.ISO) {
            return date(cell);
        }
        if (Double.isNaN(value) || Math.abs(value) > Long.MAX_VALUE / (2 * MILLIS)) {
            return CellText.BAD;
        }
        return Math.round(unit == Unit.S ? value * MILLIS : value);
    }

    /** The same of a cell that was read as a number, NaN where it is empty. */
    long millis(double value) {
        if (unit == Unit.ISO || Double.isNaN(value) || Math.abs(value) > Long.MAX_VALUE / (2 * MILLIS)) {
            return CellText.BAD;
        }
        unit = unit == Unit.AUTO ? ofNumbers : unit;
        return Math.round(unit == Unit.S ? value * MILLIS : value);
    }

    /** A date with or without a time and an offset; without one it is of the zone. */
    private long date(String cell) {
        String text = cell.strip().replace(' ', 'T');
        try {
            if (WITH_OFFSET.matcher(text).matches()) {
                return OffsetDateTime.parse(OFFSET_WITHOUT_COLON.matcher(text).replaceFirst("$1:$2"))
                        .toInstant()
                        .toEpochMilli();
            }
            LocalDateTime local = text.contains("T")
                    ? LocalDateTime.parse(text)
                    : LocalDate.parse(text).atStartOfDay();
            return local.atZone(zone).toInstant().toEpochMilli();
        } catch (DateTimeException noDate) {
            return CellText.BAD;
        }
    }
}
