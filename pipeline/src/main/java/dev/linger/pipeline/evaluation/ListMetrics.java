package dev.linger.pipeline.evaluation;

import dev.linger.data.RankedList;
import dev.linger.pipeline.evaluation.listwise.ListMetric;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The hits of one system's lists, from which any {@link ListMetric} up to a depth is computed when it is asked for: a value
 * for each user counted, and the averages.
 *
 * <p>Users counted are those with a relevant item. One without a list counts as an empty list, so 0 in every metric; a
 * list of a user without a relevant item is not counted.
 */
public final class ListMetrics {
    private static final boolean[] EMPTY_LIST = {};

    private final int depth;

    /** The users counted, ascending. */
    private final int[] users;

    /** Whether the items at the first positions are relevant, up to the last that is, for each user counted, in ascending order. */
    private final boolean[][] hits;

    /** The items of the hits, in the order of the list, for each user counted. */
    private final int[][] found;

    private final int[] relevantCounts;

    /** What was asked for already. */
    private final Map<ListMetric, double[]> values = new ConcurrentHashMap<>();

    private final Map<InResamples, PairedBootstrap.Resampled> resampled = new ConcurrentHashMap<>();
    private final Map<InResamples, double[]> means = new ConcurrentHashMap<>();

    /** A metric in the resamples of a bootstrap, of users alone or, in as many, of users and videos together. */
    private record InResamples(ListMetric metric, PairedBootstrap bootstrap) {}

    private ListMetrics(int depth, int[] users, boolean[][] hits, int[][] found, int[] relevantCounts) {
        this.depth = depth;
        this.users = users;
        this.hits = hits;
        this.found = found;
        this.relevantCounts = relevantCounts;
    }

    /**
     * Measures the lists of one system by some metrics.
     *
     * @param judgments what is relevant
     * @param lists at most one list a user, in any order of users
     * @param metrics that will be asked for; others may be too, as long as they look no deeper
     */
    public static ListMetrics of(Judgments judgments, List<RankedList> lists, List<? extends ListMetric> metrics) {
        return of(
                judgments,
                lists,
                metrics.stream().mapToInt(ListMetric::cutoff).max().orElse(0));
    }

    /** The same for all metrics that look no deeper than that. */
    public static ListMetrics of(Judgments judgments, List<RankedList> lists, int depth) {
        Map<Integer, RankedList> listOf = byUser(lists);
        int[] users = judgments.users();
        boolean[][] hits = new boolean[users.length][];
        int[][] found = new int[users.length][];
        int[] relevantCounts = new int[users.length];
        ItemMarks relevant = new ItemMarks();
        for (int at = 0; at < users.length; at++) {
            int[] items = judgments.relevant(users[at]);
            relevant.set(items);
            RankedList list = listOf.get(users[at]);
            hits[at] = hits(list, relevant, depth);
            found[at] = found(list, hits[at]);
            relevantCounts[at] = items.length;
        }
        return new ListMetrics(depth, users, hits, found, relevantCounts);
    }

    /**
     * The same lists by some of the judgments.
     *
     * @param part of the judgments that these were measured by, with fewer users or fewer relevant items
     */
    public ListMetrics within(Judgments part) {
        int[] kept = part.users();
        boolean[][] keptHits = new boolean[kept.length][];
        int[][] keptFound = new int[kept.length][];
        int[] counts = new int[kept.length];
        ItemMarks relevant = new ItemMarks();
        for (int at = 0; at < kept.length; at++) {
            int user = Arrays.binarySearch(users, kept[at]);
            if (user < 0) {
                throw new IllegalArgumentException("user " + kept[at] + " was not measured");
            }
            int[] items = part.relevant(kept[at]);
            relevant.set(items);
            counts[at] = items.length;
            keptFound[at] = IntStream.of(found[user]).filter(relevant::has).toArray();
            keptHits[at] = hits[user].clone();
            int hit = 0;
            for (int position = 0; position < keptHits[at].length; position++) {
                keptHits[at][position] = hits[user][position] && relevant.has(found[user][hit++]);
            }
        }
        return new ListMetrics(depth, kept, keptHits, keptFound, counts);
    }

    /** All of it as columns, from which {@link #of(ListHits)} makes the same. */
    ListHits columns() {
        return new ListHits(
                depth,
                users,
                relevantCounts,
                Arrays.stream(hits).mapToInt(ofUser -> ofUser.length).toArray(),
                Arrays.stream(found).mapToInt(ofUser -> ofUser.length).toArray(),
                Arrays.stream(found).flatMapToInt(IntStream::of).toArray(),
                Arrays.stream(hits).flatMapToInt(ListMetrics::positions).toArray());
    }

    private static IntStream positions(boolean[] hits) {
        return IntStream.range(0, hits.length).filter(position -> hits[position]);
    }

    static ListMetrics of(ListHits columns) {
        int userCount = columns.users().length;
        boolean[][] hits = new boolean[userCount][];
        int[][] found = new int[userCount][];
        int from = 0;
        for (int user = 0; user < userCount; user++) {
            int to = from + columns.counts()[user];
            hits[user] = new boolean[columns.lengths()[user]];
            found[user] = Arrays.copyOfRange(columns.items(), from, to);
            for (int hit = from; hit < to; hit++) {
                hits[user][columns.positions()[hit]] = true;
            }
            from = to;
        }
        return new ListMetrics(columns.depth(), columns.users(), hits, found, columns.relevant());
    }

    /**
     * The value of each user counted, in ascending order of users ({@link Judgments#users}).
     *
     * @throws IllegalArgumentException if the metric looks deeper than those the lists were measured for
     */
    public double[] values(ListMetric metric) {
        return known(metric).clone();
    }

    private double[] known(ListMetric metric) {
        return values.computeIfAbsent(metric, this::computed);
    }

    private double[] computed(ListMetric metric) {
        if (metric.cutoff() > depth) {
            throw new IllegalArgumentException(metric.name() + " was not measured, only the first " + depth + " ranks");
        }
        double[] ofUsers = new double[hits.length];
        for (int user = 0; user < ofUsers.length; user++) {
            ofUsers[user] = metric.of(hits[user], relevantCounts[user]);
        }
        return ofUsers;
    }

    /** The average over the users counted; NaN where there are none. */
    public double mean(ListMetric metric) {
        double[] ofUsers = known(metric);
        double sum = 0;
        for (double value : ofUsers) {
            sum += value;
        }
        return sum / ofUsers.length;
    }

    /** By how much this system is above another one, which was measured by the same judgments. */
    public PairedBootstrap.Difference less(ListMetrics reference, ListMetric metric, PairedBootstrap bootstrap) {
        return resampled(metric, bootstrap).less(reference.resampled(metric, bootstrap));
    }

    PairedBootstrap.Resampled resampled(ListMetric metric, PairedBootstrap bootstrap) {
        return resampled.computeIfAbsent(
                new InResamples(metric, bootstrap), asked -> bootstrap.resample(known(metric)));
    }

    /** The mean in each resample of users and videos. */
    double[] means(ListMetric metric, TwoWayBootstrap bootstrap) {
        return means.computeIfAbsent(
                new InResamples(metric, bootstrap.ofUsers()), asked -> bootstrap.means(this, metric));
    }

    /** Takes the sums that {@link #resampled} would draw. */
    void know(ListMetric metric, PairedBootstrap bootstrap, double[] sums) {
        resampled.put(new InResamples(metric, bootstrap), bootstrap.resampled(known(metric), sums));
    }

    /** Takes what {@link #means} would draw. */
    void know(ListMetric metric, TwoWayBootstrap bootstrap, double[] ofResamples) {
        means.put(new InResamples(metric, bootstrap.ofUsers()), ofResamples);
    }

    /** How many relevant items are among the first {@code k} of the lists. */
    public long hits(int k) {
        long count = 0;
        for (boolean[] ofUser : hits) {
            for (int position = 0; position < Math.min(k, ofUser.length); position++) {
                count += ofUser[position] ? 1 : 0;
            }
        }
        return count;
    }

    /** Tells what each relevant item of each list adds to a metric that {@link ListMetric#addsUp}. */
    public void forEachHit(ListMetric metric, HitTask task) {
        for (int user = 0; user < hits.length; user++) {
            int hit = 0;
            for (int position = 0; position < Math.min(hits[user].length, metric.cutoff()); position++) {
                if (hits[user][position]) {
                    boolean[] alone = new boolean[position + 1];
                    alone[position] = true;
                    task.take(user, found[user][hit++], metric.of(alone, relevantCounts[user]));
                }
            }
        }
    }

    /** Takes what an item adds to the value of a user, given by the user's position. */
    @FunctionalInterface
    public interface HitTask {
        void take(int user, int item, double added);
    }

    private static int[] found(@Nullable RankedList list, boolean[] hits) {
        return list == null
                ? new int[0]
                : IntStream.range(0, hits.length)
                        .filter(position -> hits[position])
                        .map(position -> list.items()[position])
                        .toArray();
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

    /** Up to the last hit: what follows is a miss, as are the ranks past the end. */
    private static boolean[] hits(@Nullable RankedList list, ItemMarks relevant, int depth) {
        if (list == null) {
            return EMPTY_LIST;
        }
        boolean[] hits = new boolean[Math.min(list.size(), depth)];
        int end = 0;
        for (int position = 0; position < hits.length; position++) {
            hits[position] = relevant.has(list.items()[position]);
            end = hits[position] ? position + 1 : end;
        }
        return end == hits.length ? hits : Arrays.copyOf(hits, end);
    }
}
