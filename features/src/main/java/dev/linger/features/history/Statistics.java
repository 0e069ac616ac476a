package dev.linger.features.history;

import dev.linger.features.FeatureColumn;
import dev.linger.features.SharedCounts;
import dev.linger.features.StateColumns;
import java.io.IOException;
import java.util.List;

/** Some columns of each user, or of each item, from its plays. */
interface Statistics {
    /** What NaN means in a mean that is shrunk to all plays. */
    String NOTHING_YET = "nothing played yet by anybody";

    List<FeatureColumn> columns();

    /** Takes note of the first {@code count} plays, all of one day; days never fall. */
    void observe(Plays plays, int count, int day);

    /** Lists everything that {@link #observe} changes. */
    void state(StateColumns columns) throws IOException;

    /** Lists, of what {@link #observe} changes, what is of all plays. */
    default void sharedOfAll(SharedCounts counts) {}

    /** Lists, of what {@link #observe} changes, what is of each of them, which several blocks of users have played. */
    void sharedOfEach(SharedCounts counts);

    /** Writes one cell a column from {@code at} on; every play observed was before {@code asOfDay}. */
    void write(int of, int asOfDay, float[] cells, int at);
}
