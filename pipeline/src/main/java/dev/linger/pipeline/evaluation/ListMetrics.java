package dev.linger.pipeline.evaluation;

import dev.linger.data.RankedList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every {@link ListMetric} of one system at some cutoffs, computed when it is asked for: a value for each user counted, and
 * the averages.
 *
 * <p>Users counted are those with a relevant item. One without a list counts as an empty list, so 0 in every metric; a
 * list of a user without a relevant item is not counted.
 */
public final class ListMetrics {
    private static final boolean[] EMPTY_LIST = {};

    private final int[] cutoffs;

    /** Whether the items at the first positions are relevant, for each user counted, in ascending order. */
    private final boolean[][] hits;

    private final int[] relevantCounts;

    private ListMetrics(int[] cutoffs, boolean[][] hits, int[] relevantCounts) {
        this.cutoffs = cutoffs;
        this.hits = hits;
        this.relevantCounts = relevantCounts;
    }

    /**
     * Measures the lists of one system.
     *
     * @param judgments what is relevant
     * @param lists at most one list a user, in any order of users
     * @param cutoffs each at least 1
     */
    public static ListMetrics of(Judgments judgments, List<RankedList> lists, int... cutoffs) {
        int longest = 0;
        for (int cutoff : cutoffs) {
            if (cutoff < 1) {
                throw new IllegalArgumentException("cutoff must be >= 1 but was " + cutoff);
            }
            longest = Math.max(longest, cutoff);
        }
        Map<Integer, RankedList> listOf = byUser(lists);
        int[] users = judgments.users();
        boolean[][] hits = new boolean[users.length][];
        int[] relevantCounts = new int[users.length];
        ItemMarks relevant = new ItemMarks();
        for (int at = 0; at < users.length; at++) {
            int[] items = judgments.relevant(users[at]);
            relevant.set(items);
            hits[at] = hits(listOf.get(users[at]), relevant, longest);
            relevantCounts[at] = items.length;
        }
        return new ListMetrics(cutoffs.clone(), hits, relevantCounts);
    }

    /** The value of each user counted, in ascending order of users ({@link Judgments#users}). */
    public double[] values(ListMetric metric, int cutoff) {
        requireMeasured(cutoff);
        double[] values = new double[hits.length];
        for (int user = 0; user < values.length; user++) {
            values[user] = metric.of(hits[user], relevantCounts[user], cutoff);
        }
        return values;
    }

    /** The average over the users counted; NaN where there are none. */
    public double mean(ListMetric metric, int cutoff) {
        double[] values = values(metric, cutoff);
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private void requireMeasured(int cutoff) {
        for (int measured : cutoffs) {
            if (measured == cutoff) {
                return;
            }
        }
        throw new IllegalArgumentException("cutoff " + cutoff + " was not measured, only " + Arrays.toString(cutoffs));
    }

    private static Map<Integer, RankedList> byUser(List<RankedList> lists) {
        Map<Integer, RankedList> listOf = new HashMap<>();
        for (RankedList list : lists) {
            if (listOf.put(list.user(), list) != null) {
                throw new IllegalArgumentException("user " + list.user() + " has two lists");
            }
        }
        return listOf;
    }

    private static boolean[] hits(@Nullable RankedList list, ItemMarks relevant, int longest) {
        if (list == null) {
            return EMPTY_LIST;
        }
        boolean[] hits = new boolean[Math.min(list.size(), longest)];
        for (int position = 0; position < hits.length; position++) {
            hits[position] = relevant.has(list.items()[position]);
        }
        return hits;
    }
}
