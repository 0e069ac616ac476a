package dev.linger.recommender.filter;

import dev.linger.candidates.ItemFilter;
import dev.linger.data.SideTables;

/** A rule that leaves items out before candidates are taken, beside those a user has seen; chosen by {@code type}. */
public interface FilterConfig {
    /**
     * The filter for some users and items.
     *
     * @param tables what is known of them
     */
    ItemFilter create(SideTables tables);
}
