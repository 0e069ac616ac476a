package dev.linger.data.source;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;

/**
 * The years in which a play can have happened.
 *
 * @param zone region whose calendar they are of
 * @param earliest 1970 or later
 * @param latest the earliest or later, up to 9999
 */
public record YearRange(ZoneId zone, int earliest, int latest) {
    public YearRange {
        if (earliest < 1970 || latest < earliest || latest > 9999) {
            throw new IllegalArgumentException(
                    "years must be 1970 <= earliestYear <= latestYear <= 9999 but were " + earliest + " and " + latest);
        }
    }

    /**
     * The years of a region that is named.
     *
     * @param zone such as Asia/Shanghai
     */
    public static YearRange of(String zone, int earliest, int latest) {
        if (!ZoneRulesProvider.getAvailableZoneIds().contains(zone)) {
            throw new IllegalArgumentException("zone must be a region such as Asia/Shanghai but was " + zone);
        }
        return new YearRange(ZoneId.of(zone), earliest, latest);
    }

    /** The first instant, in milliseconds since 1970. */
    public long earliestMillis() {
        return startOf(earliest);
    }

    /** The first instant that is too late. */
    public long endMillis() {
        return startOf(latest + 1);
    }

    private long startOf(int year) {
        return LocalDate.of(year, 1, 1).atStartOfDay(zone).toInstant().toEpochMilli();
    }
}
