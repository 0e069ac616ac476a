package dev.linger.recommender.filter;

import dev.linger.candidates.ItemFilter;
import dev.linger.data.ItemTable;
import dev.linger.data.SideTables;
import dev.linger.data.config.Key;

/**
 * Keeps videos of some ages, in days from the day of upload to that of the request; one whose upload day is not known is kept,
 * one that is uploaded after the request is not.
 */
public record AgeFilterConfig(
        @Key(value = "youngest video kept, in days, >= 0", byDefault = "0", because = "keeps those of the day")
                int minDays,
        @Key(
                        value = "oldest video kept, in days, >= minDays",
                        byDefault = "36500",
                        because = "keeps all: no video is a hundred years old")
                int maxDays)
        implements FilterConfig {
    public AgeFilterConfig {
        if (minDays < 0 || maxDays < minDays) {
            throw new IllegalArgumentException(
                    "ages must be 0 <= minDays <= maxDays but were " + minDays + " and " + maxDays);
        }
    }

    @Override
    public ItemFilter create(SideTables tables, int day) {
        int[] uploaded = tables.itemTable().uploadDay();
        return (user, item) -> uploaded[item] == ItemTable.UNKNOWN_DAY || isOfAge((long) day - uploaded[item]);
    }

    private boolean isOfAge(long days) {
        return minDays <= days && days <= maxDays;
    }
}
