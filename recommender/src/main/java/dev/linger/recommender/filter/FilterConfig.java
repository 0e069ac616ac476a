package dev.linger.recommender.filter;

import dev.linger.candidates.ItemFilter;
import dev.linger.data.SideTables;

/** A rule that leaves items out before candidates are taken, beside those a user has seen; chosen by {@code type}. */
public interface FilterConfig {
    /**
     * The filter for some users and items.
     *
     * @param tables what is known of them
     * @param day local day of the requests that it is for, in days since 1970-01-01
     */
    ItemFilter create(SideTables tables, int day);
}
