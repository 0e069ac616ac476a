package dev.linger.features;

import java.io.IOException;
import java.util.List;

/**
 * Some columns that are computed together. A group sees the plays in time order through {@link #observe} and may use
 * for a row only what it has observed so far, attributes that do not change, and daily statistics of days before the
 * row's as-of day.
 */
public interface FeatureGroup {
    /** The columns, in the order in which {@link #fill} writes them. */
    List<FeatureColumn> columns();

    /**
     * Takes note of some plays of one day, at least one and maybe not all. Groups observe at the same time, so a group changes nothing but
     * itself.
     */
    default void observe(ObservedPlays plays) {}

    /**
     * Every play that rows may know has been observed, and rows as of the day may be asked for; not called for every day, and
     * several times on a day where rows know the plays before their instant.
     */
    default void startDay(int asOfDay) {}

    /**
     * Writes the cells of the rows {@code from..to-1}, NaN where nothing is known: that of (row, column) at
     * {@code offset + (row - from) * stride + column}. Changes nothing, so rows may be filled by several threads.
     */
    void fill(FeatureRequests requests, int from, int to, float[] cells, int offset, int stride);

    /**
     * Lists everything that {@link #observe} changes, so that it is written, or read into a new group. What {@link #startDay}
     * makes of it is not listed: it is made again.
     */
    default void state(StateColumns columns) throws IOException {}

    /**
     * Lists, of what {@link #observe} changes, what is of all users together: the counts of items, authors and tags, and of all
     * plays. The rest must be of single users, each of whom no row of another looks at. Asked for where
     * {@link FeatureGroupConfig#splitsByUser}.
     */
    default void shared(SharedCounts counts) {}
}
