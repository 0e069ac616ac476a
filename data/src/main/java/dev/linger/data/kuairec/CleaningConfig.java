package dev.linger.data.kuairec;

import java.time.LocalDate;
import java.time.ZoneId;

/**
 * What is done with the dirt of the files; {@link CleaningRule} says what each rule looks at.
 *
 * @param zone whose calendar makes the days; the layout's dates are those of Asia/Shanghai
 * @param dropExactCopies whether rows equal to an earlier row are dropped; else they are kept and counted
 * @param maxDurationMillis longest possible video in milliseconds; longer ones are dropped
 * @param earliestYear first year, in {@code zone}, in which a play can have happened
 * @param latestYear last such year
 * @param unknownIds what becomes of plays whose user or video stands in no side table
 * @param ratioTolerance how far a watch_ratio cell may be from play / duration, absolute and relative
 * @param disagreeingRatio what becomes of plays whose watch_ratio cell is further off
 * @param ratioCap watch ratio above which learners cap their label; rows above are kept, and counted here
 * @param maxBadShare share of unreadable rows of a file at which reading stops
 * @param maxUnknownIdShare share of rows with unknown ids of a file at which reading stops
 */
public record CleaningConfig(
        String zone,
        boolean dropExactCopies,
        int maxDurationMillis,
        int earliestYear,
        int latestYear,
        UnknownIds unknownIds,
        double ratioTolerance,
        DisagreeingRatio disagreeingRatio,
        double ratioCap,
        double maxBadShare,
        double maxUnknownIdShare) {
    public CleaningConfig {
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            throw new IllegalArgumentException("zone must be a region such as Asia/Shanghai but was " + zone);
        }
        if (maxDurationMillis < 1) {
            throw new IllegalArgumentException("maxDurationMillis must be >= 1 but was " + maxDurationMillis);
        }
        if (earliestYear < 1970 || latestYear < earliestYear || latestYear > 9999) {
            throw new IllegalArgumentException("years must be 1970 <= earliestYear <= latestYear <= 9999 but were "
                    + earliestYear + " and " + latestYear);
        }
        if (!(ratioTolerance >= 0)) {
            throw new IllegalArgumentException("ratioTolerance must be >= 0 but was " + ratioTolerance);
        }
        if (!(ratioCap > 0)) {
            throw new IllegalArgumentException("ratioCap must be > 0 but was " + ratioCap);
        }
        requireShare("maxBadShare", maxBadShare);
        requireShare("maxUnknownIdShare", maxUnknownIdShare);
    }

    /** What becomes of plays whose user or video stands in no side table. */
    public enum UnknownIds {
        /** The plays are dropped. */
        DROP,
        /** The plays are kept; the user or video has no attributes. The log is read twice for it. */
        KEEP
    }

    /** What becomes of plays whose watch_ratio cell is not play / duration. */
    public enum DisagreeingRatio {
        /** The play is kept, its ratio being play / duration. */
        RECOMPUTE,
        /** The play is dropped. */
        DROP
    }

    ZoneId zoneId() {
        return ZoneId.of(zone);
    }

    long earliestMillis() {
        return startOfYear(earliestYear);
    }

    /** The first instant that is too late. */
    long endMillis() {
        return startOfYear(latestYear + 1);
    }

    private long startOfYear(int year) {
        return LocalDate.of(year, 1, 1).atStartOfDay(zoneId()).toInstant().toEpochMilli();
    }

    private static void requireShare(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be in 0..1 but was " + value);
        }
    }
}
