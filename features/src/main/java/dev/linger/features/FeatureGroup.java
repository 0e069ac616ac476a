package dev.linger.features;

import dev.linger.data.InteractionLog;
import java.util.List;

/**
 * Some columns that are computed together. A group sees the plays in time order through {@link #observe} and may use
 * for a row only what it has observed so far, attributes that do not change, and daily statistics of days before the
 * row's as-of day.
 */
public interface FeatureGroup {
    /** The columns, in the order in which {@link #fill} writes them. */
    List<FeatureColumn> columns();

    /** Takes note of one play. */
    default void observe(InteractionLog log, int row) {}

    /** Every play before the day has been observed, and rows as of it may be asked for; not called for every day. */
    default void startDay(int asOfDay) {}

    /**
     * Writes the cells of one row from {@code offset} on, one a column, NaN where nothing is known. Changes nothing, so
     * rows may be filled by several threads.
     */
    void fill(FeatureRequests requests, int row, float[] cells, int offset);
}
