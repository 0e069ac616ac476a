package dev.linger.data.kuairec.inspect;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Days and instants of Asia/Shanghai, in which the layout's dates are; it has kept to UTC+8 since 1991. */
final class LocalDay {
    private static final long DAY_MILLIS = 86_400_000;
    private static final ZoneOffset OFFSET = ZoneOffset.ofHours(8);

    private LocalDay() {}

    /** Local day of an instant, in days since 1970-01-01. */
    static int of(long timestampMillis) {
        return (int) Math.floorDiv(timestampMillis + OFFSET.getTotalSeconds() * 1_000L, DAY_MILLIS);
    }

    /** The instant at which a local day begins. */
    static long beginMillis(int day) {
        return day * DAY_MILLIS - OFFSET.getTotalSeconds() * 1_000L;
    }

    /** Local time of an instant to the second. */
    static LocalDateTime time(long timestampMillis) {
        return LocalDateTime.ofInstant(Instant.ofEpochSecond(Math.floorDiv(timestampMillis, 1_000)), OFFSET);
    }
}
