package dev.linger.simulation.shape;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The 63 local days that KuaiRec covers, numbered from 0, of which its log holds 28, and how its files write an instant of
 * them.
 *
 * <p>China has had no daylight saving since 1991, so a day is its midnight plus 0..86,399,999 ms.
 */
public final class LogDays {
    public static final int DAY_MILLIS = 86_400_000;
    static final LocalDate FIRST = LocalDate.of(2020, 7, 5);
    static final LocalDate LAST = LocalDate.of(2020, 9, 5);

    private static final int FIRST_EPOCH_DAY = (int) FIRST.toEpochDay();
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final List<LocalDate> DATES =
            FIRST.datesUntil(LAST.plusDays(1)).toList();

    /** How many days there are. */
    public static final int COUNT = DATES.size();

    /** The days that the log holds, ascending. */
    public static final int[] LOGGED = IntStream.range(0, COUNT)
            .filter(day -> !isBetween(date(day), LocalDate.of(2020, 7, 13), LocalDate.of(2020, 7, 31)))
            .filter(day -> !isBetween(date(day), LocalDate.of(2020, 8, 11), LocalDate.of(2020, 8, 26)))
            .toArray();

    private static final long[] MIDNIGHTS = DATES.stream()
            .mapToLong(date -> date.atStartOfDay(ZONE).toInstant().toEpochMilli())
            .toArray();
    private static final String[] COMPACT =
            DATES.stream().map(DateTimeFormatter.BASIC_ISO_DATE::format).toArray(String[]::new);

    private LogDays() {}

    private static boolean isBetween(LocalDate date, LocalDate first, LocalDate last) {
        return !date.isBefore(first) && !date.isAfter(last);
    }

    public static LocalDate date(int day) {
        return DATES.get(day);
    }

    /** Days since 1970-01-01. */
    public static int epochDay(int day) {
        return FIRST_EPOCH_DAY + day;
    }

    /** Whether the log holds a day from the first to the last of these, in days since 1970-01-01. */
    public static boolean holdsAny(int firstEpochDay, int lastEpochDay) {
        return IntStream.of(LOGGED)
                .map(LogDays::epochDay)
                .anyMatch(logged -> logged >= firstEpochDay && logged <= lastEpochDay);
    }

    /** Milliseconds since 1970-01-01 UTC. */
    static long timestampMillis(int day, int millisOfDay) {
        return MIDNIGHTS[day] + millisOfDay;
    }

    /** The day as the files write it: 20200705. */
    public static String dateText(int day) {
        return COMPACT[day];
    }

    /** The day before, written as {@link #dateText}. */
    public static String eveText(int day) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(date(day).minusDays(1));
    }

    /** Local time with one to three digits of a second: 2020-07-05 00:08:23.438. */
    public static String timeText(int day, int millisOfDay) {
        int second = millisOfDay / 1000;
        StringBuilder text = new StringBuilder(23).append(date(day)).append(' ');
        appendTwoDigits(text, second / 3600).append(':');
        appendTwoDigits(text, second / 60 % 60).append(':');
        appendTwoDigits(text, second % 60);
        return appendFraction(text, millisOfDay % 1000).toString();
    }

    /** Seconds since 1970-01-01 UTC with one to three digits of a second: 1593878903.438. */
    public static String timestampText(int day, int millisOfDay) {
        long millis = timestampMillis(day, millisOfDay);
        StringBuilder text = new StringBuilder(14).append(millis / 1000);
        return appendFraction(text, (int) (millis % 1000)).toString();
    }

    private static StringBuilder appendTwoDigits(StringBuilder text, int number) {
        return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    private static StringBuilder appendFraction(StringBuilder text, int millis) {
        text.append('.').append((char) ('0' + millis / 100));
        if (millis % 100 != 0) {
            text.append((char) ('0' + millis / 10 % 10));
        }
        if (millis % 10 != 0) {
            text.append((char) ('0' + millis % 10));
        }
        return text;
    }
}
