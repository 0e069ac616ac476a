package dev.linger.data.kuairec;

import dev.linger.data.csv.CellText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/** What a timestamp outside the configured years may have meant. */
final class TimeGuess {
    private static final List<Unit> UNITS = List.of(
            new Unit("milliseconds", "1000"),
            new Unit("microseconds", "1000000"),
            new Unit("nanoseconds", "1000000000"));

    /** The last second that a calendar of four digits knows: 9999-12-31. */
    private static final BigDecimal LAST_SECOND = new BigDecimal("253402214400");

    private TimeGuess() {}

    /** One sentence without a full stop; "" where nothing can be told. */
    static String of(String cell, KuaiRecSource config) {
        if (Double.isNaN(CellText.number(cell))) {
            return "";
        }
        BigDecimal seconds = new BigDecimal(cell);
        if (isCalendar(seconds)) {
            return "this looks like a calendar date written as a number, and seconds since 1970 are expected";
        }
        Optional<Unit> unit =
                unit(seconds, config.years().earliestMillis(), config.years().endMillis());
        if (unit.isEmpty() && seconds.compareTo(LAST_SECOND) > 0) {
            unit = unit(seconds, 0, LAST_SECOND.longValue() * 1000);
        }
        if (unit.isPresent()) {
            return "this looks like " + unit.get().name() + " since 1970 ("
                    + date(unit.get().seconds(seconds), config) + "), and seconds are expected: divide the column by "
                    + unit.get().aSecond();
        }
        return seconds.signum() >= 0 && seconds.compareTo(LAST_SECOND) <= 0
                ? "this is " + date(seconds, config) + ", and data.earliestYear is " + config.earliestYear()
                        + ", data.latestYear " + config.latestYear()
                : "";
    }

    /** The unit in which the number lies in a range of times. */
    private static Optional<Unit> unit(BigDecimal number, long beginMillis, long endMillis) {
        BigDecimal begin = BigDecimal.valueOf(beginMillis, 3);
        BigDecimal end = BigDecimal.valueOf(endMillis, 3);
        return UNITS.stream()
                .filter(unit -> unit.seconds(number).compareTo(begin) >= 0
                        && unit.seconds(number).compareTo(end) < 0)
                .findFirst();
    }

    /** Whether the number is yyyymmdd or yyyymmddhhmmss. */
    private static boolean isCalendar(BigDecimal number) {
        long whole = number.longValue();
        return CellText.day(whole) != CellText.BAD_DAY || CellText.day(whole / 1_000_000) != CellText.BAD_DAY;
    }

    private static String date(BigDecimal seconds, KuaiRecSource config) {
        ZonedDateTime time =
                Instant.ofEpochSecond(seconds.longValue()).atZone(config.years().zone());
        return time.toLocalDate().toString();
    }

    private record Unit(String name, String aSecond) {
        BigDecimal seconds(BigDecimal number) {
            return number.divide(new BigDecimal(aSecond), 3, RoundingMode.HALF_UP);
        }
    }
}
