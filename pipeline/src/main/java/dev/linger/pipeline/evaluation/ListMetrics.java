package dev.linger.pipeline.evaluation;

import dev.linger.data.RankedList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Every {@link ListMetric} of one system at some cutoffs: a value for each user counted, and the averages.
 *
 * <p>Users counted are those with a relevant item. One without a list counts as an empty list, so 0 in every metric; a
 * list of a user without a relevant item is not counted.
 */
public final class ListMetrics {
    private static final boolean[] EMPTY_LIST = {};

    private final int[] cutoffs;
    private final Map<ListMetric, double[][]> values;

    /** The values of a metric are {@code [cutoff][user]}, users in ascending order. */
    private ListMetrics(int[] cutoffs, Map<ListMetric, double[][]> values) {
        this.cutoffs = cutoffs;
        this.values = values;
    }

    /**
     * Measures the lists of one system.
     *
     * @param judgments what is relevant
     * @param lists at most one list a user, in any order of users
     * @param cutoffs each at least 1
     */
    public static ListMetrics of(Judgments judgments, List<RankedList> lists, int... cutoffs) {
        for (int cutoff : cutoffs) {
            if (cutoff < 1) {
                throw new IllegalArgumentException("cutoff must be >= 1 but was " + cutoff);
            }
        }
        Map<Integer, RankedList> listOf = byUser(lists);
        int[] users = judgments.users();
        boolean[][] hits = new boolean[users.length][];
        int[] relevantCounts = new int[users.length];
        for (int at = 0; at < users.length; at++) {
            int[] relevant = judgments.relevant(users[at]);
            hits[at] = hits(listOf.get(users[at]), relevant);
            relevantCounts[at] = relevant.length;
        }
        Map<ListMetric, double[][]> values = new EnumMap<>(ListMetric.class);
        for (ListMetric metric : ListMetric.values()) {
            values.put(metric, values(metric, hits, relevantCounts, cutoffs));
        }
        return new ListMetrics(cutoffs.clone(), values);
    }

    /** The value of each user counted, in ascending order of users ({@link Judgments#users}). */
    public double[] values(ListMetric metric, int cutoff) {
        return row(metric, cutoff).clone();
    }

    /** The average over the users counted; NaN where there are none. */
    public double mean(ListMetric metric, int cutoff) {
        double[] row = row(metric, cutoff);
        double sum = 0;
        for (double value : row) {
            sum += value;
        }
        return sum / row.length;
    }

    private double[] row(ListMetric metric, int cutoff) {
        double[][] ofCutoff = Objects.requireNonNull(values.get(metric));
        for (int at = 0; at < cutoffs.length; at++) {
            if (cutoffs[at] == cutoff) {
                return ofCutoff[at];
            }
        }
        throw new IllegalArgumentException("cutoff " + cutoff + " was not measured, only " + Arrays.toString(cutoffs));
    }

    private static double[][] values(ListMetric metric, boolean[][] hits, int[] relevantCounts, int[] cutoffs) {
        double[][] values = new double[cutoffs.length][hits.length];
        for (int at = 0; at < cutoffs.length; at++) {
            for (int user = 0; user < hits.length; user++) {
                values[at][user] = metric.of(hits[user], relevantCounts[user], cutoffs[at]);
            }
        }
        return values;
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

    private static boolean[] hits(@Nullable RankedList list, int[] relevant) {
        if (list == null) {
            return EMPTY_LIST;
        }
        boolean[] hits = new boolean[list.size()];
        for (int position = 0; position < hits.length; position++) {
            hits[position] = Arrays.binarySearch(relevant, list.items()[position]) >= 0;
        }
        return hits;
    }
}
