package dev.linger.simulation.shape;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The local days that a data set covers, numbered from 0, which of them its log holds, and how its files write an instant of
 * them.
 *
 * <p>China has had no daylight saving since 1991, so a day from then on is its midnight plus 0..86,399,999 ms.
 */
public final class LogDays {
    public static final int DAY_MILLIS = 86_400_000;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** The 63 days that KuaiRec covers, of which its log holds 28. */
    public static final LogDays OF_KUAIREC = new LogDays(
            LocalDate.of(2020, 7, 5),
            LocalDate.of(2020, 9, 5),
            date -> !isBetween(date, LocalDate.of(2020, 7, 13), LocalDate.of(2020, 7, 31))
                    && !isBetween(date, LocalDate.of(2020, 8, 11), LocalDate.of(2020, 8, 26)));

    private final List<LocalDate> dates;
    private final int[] logged;
    private final long[] midnights;
    private final String[] compact;

    private LogDays(LocalDate first, LocalDate last, Predicate<LocalDate> isLogged) {
        this.dates = first.datesUntil(last.plusDays(1)).toList();
        this.logged = IntStream.range(0, dates.size())
                .filter(day -> isLogged.test(dates.get(day)))
                .toArray();
        this.midnights = dates.stream()
                .mapToLong(date -> date.atStartOfDay(ZONE).toInstant().toEpochMilli())
                .toArray();
        this.compact =
                dates.stream().map(DateTimeFormatter.BASIC_ISO_DATE::format).toArray(String[]::new);
    }

    /** The days from the first to the last, any of which the log may hold. */
    static LogDays all(LocalDate first, LocalDate last) {
        return new LogDays(first, last, date -> true);
    }

    /** Whose days they are. */
    public ZoneId zone() {
        return ZONE;
    }

    /** How many days there are. */
    public int count() {
        return dates.size();
    }

    /** How many days the log may hold. */
    public int loggedCount() {
        return logged.length;
    }

    /** A day that the log may hold, in the order of time from 0. */
    public int logged(int at) {
        return logged[at];
    }

    private static boolean isBetween(LocalDate date, LocalDate first, LocalDate last) {
        return !date.isBefore(first) && !date.isAfter(last);
    }

    public LocalDate date(int day) {
        return dates.get(day);
    }

    /** Days since 1970-01-01. */
    public int epochDay(int day) {
        return (int) dates.get(0).toEpochDay() + day;
    }

    /** Whether the log holds a day from the first to the last of these, in days since 1970-01-01. */
    public boolean holdsAny(int firstEpochDay, int lastEpochDay) {
        return IntStream.of(logged).map(this::epochDay).anyMatch(day -> day >= firstEpochDay && day <= lastEpochDay);
    }

    /** Milliseconds since 1970-01-01 UTC. */
    long timestampMillis(int day, int millisOfDay) {
        return midnights[day] + millisOfDay;
    }

    /** The day as the files write it: 20200705. */
    public String dateText(int day) {
        return compact[day];
    }

    /** The day before, written as {@link #dateText}. */
    public String eveText(int day) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(date(day).minusDays(1));
    }

    /** Local time with one to three digits of a second: 2020-07-05 00:08:23.438. */
    public String timeText(int day, int millisOfDay) {
        int second = millisOfDay / 1000;
        StringBuilder text = new StringBuilder(23).append(date(day)).append(' ');
        appendTwoDigits(text, second / 3600).append(':');
        appendTwoDigits(text, second / 60 % 60).append(':');
        appendTwoDigits(text, second % 60);
        return appendFraction(text, millisOfDay % 1000).toString();
    }

    /** Seconds since 1970-01-01 UTC with one to three digits of a second: 1593878903.438. */
    public String timestampText(int day, int millisOfDay) {
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
