package dev.linger.pipeline.evaluation;

import dev.linger.data.columns.ColumnReader;
import dev.linger.data.columns.ColumnWriter;
import java.io.IOException;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * What {@link ListMetrics} knows of lists, as columns: 8 bytes a hit and 16 a user.
 *
 * @param depth how many items of each list were looked at
 * @param users the users counted, ascending
 * @param relevant how many relevant items each has
 * @param lengths how long the list of each is up to its last hit
 * @param counts how many hits each list has
 * @param items the items of the hits, in the order of the lists
 * @param positions where the hits stand in their lists, from 0
 */
public record ListHits(
        int depth, int[] users, int[] relevant, int[] lengths, int[] counts, int[] items, int[] positions)
        implements Serializable {
    private static final long serialVersionUID = 1;

    /**
     * Those of several parts, one after another.
     *
     * @param parts at least one, of the same depth, each of later users than the one before
     */
    static ListHits joined(List<ListHits> parts) {
        return new ListHits(
                parts.get(0).depth,
                joined(parts, ListHits::users),
                joined(parts, ListHits::relevant),
                joined(parts, ListHits::lengths),
                joined(parts, ListHits::counts),
                joined(parts, ListHits::items),
                joined(parts, ListHits::positions));
    }

    static <P> int[] joined(List<P> parts, Function<P, int[]> column) {
        return parts.stream().map(column).flatMapToInt(Arrays::stream).toArray();
    }

    /** The same of users whose numbers are higher by so much. */
    ListHits shifted(int by) {
        return new ListHits(depth, shifted(users, by), relevant, lengths, counts, items, positions);
    }

    static int[] shifted(int[] users, int by) {
        return Arrays.stream(users).map(user -> user + by).toArray();
    }

    void write(ColumnWriter out) throws IOException {
        out.number(depth);
        out.ints(users);
        out.ints(relevant);
        out.ints(lengths);
        out.ints(counts);
        out.ints(items);
        out.ints(positions);
    }

    static ListHits read(ColumnReader in) throws IOException {
        return new ListHits(in.number(), in.ints(), in.ints(), in.ints(), in.ints(), in.ints(), in.ints());
    }
}
