package dev.linger.candidates;

import dev.linger.data.Progress;
import dev.linger.data.RankedList;
import dev.linger.data.Workers;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Exact retrieval: the best items of the universe that the user has not seen, by the scores of one scorer, ties by
 * (score descending, item ascending).
 *
 * <p>An item scored {@link Double#NEGATIVE_INFINITY} is no candidate. A user without any candidate (nothing known of them: no
 * history before the cut) gets the fallback's list, with the fallback's scores. A list is shorter than asked where the
 * scorer knows fewer items.
 */
public final class Retrieval {
    private static final int USERS_AT_ONCE = 16;
    /** Of how many candidates a floor is guessed from. */
    private static final int SAMPLE = 256;

    private final ItemScorer scorer;
    private final ItemScorer fallback;
    private final Universe universe;
    private final SeenItems seen;
    private final List<ItemFilter> filters;

    /**
     * @param scorer whose order counts
     * @param fallback whose order counts for users the scorer knows nothing of; the scorer itself for "no list"
     * @param universe items that can be ranked
     * @param seen items that are left out, by user
     */
    public Retrieval(ItemScorer scorer, ItemScorer fallback, Universe universe, SeenItems seen) {
        this(scorer, fallback, universe, seen, List.of());
    }

    private Retrieval(
            ItemScorer scorer, ItemScorer fallback, Universe universe, SeenItems seen, List<ItemFilter> filters) {
        if (scorer.itemCount() != universe.itemCount() || fallback.itemCount() != universe.itemCount()) {
            throw new IllegalArgumentException("scorer, fallback and universe must hold the same items but hold "
                    + scorer.itemCount() + ", " + fallback.itemCount() + " and " + universe.itemCount());
        }
        this.scorer = scorer;
        this.fallback = fallback;
        this.universe = universe;
        this.seen = seen;
        this.filters = List.copyOf(filters);
    }

    /** The same with only those candidates, of scorer and fallback, that all of these filters keep. */
    public Retrieval withFilters(List<ItemFilter> others) {
        return new Retrieval(scorer, fallback, universe, seen, others);
    }

    /** The number of items there are, whether they can be ranked or not. */
    public int itemCount() {
        return universe.itemCount();
    }

    /** The scores of all items for a user, from which lists, scores and ranks are taken. */
    public UserScores scores(int user) {
        return of(user, scorer.scoresOfAll().orElseGet(() -> scored(user)));
    }

    /**
     * {@link #scores(int)} of several users, in arrays at hand of one score per item: the results read them, so write to them
     * again only when these are no longer used.
     *
     * @param room at least as many arrays as users; unused where the scores are the same for all
     */
    public UserScores[] scores(int[] users, double[][] room) {
        Optional<double[]> ofAll = scorer.scoresOfAll();
        if (ofAll.isEmpty()) {
            scorer.score(users, room);
        }
        UserScores[] scores = new UserScores[users.length];
        for (int at = 0; at < users.length; at++) {
            scores[at] = of(users[at], ofAll.isPresent() ? ofAll.get() : room[at]);
        }
        return scores;
    }

    /** Arrays for {@link #scores(int[], double[][])} of so many users. */
    public double[][] room(int users) {
        return scorer.scoresOfAll().isPresent() ? new double[0][] : new double[users][universe.itemCount()];
    }

    private double[] scored(int user) {
        double[] scores = new double[universe.itemCount()];
        scorer.score(user, scores);
        return scores;
    }

    private UserScores of(int user, double[] own) {
        int[] seenItems = seen.items(user);
        if (fallback == scorer || hasCandidate(user, seenItems, own)) {
            return new UserScores(this, user, seenItems, own, own);
        }
        double[] byFallback = fallback.scoresOfAll().orElseGet(() -> new double[own.length]);
        if (fallback.scoresOfAll().isEmpty()) {
            fallback.score(user, byFallback);
        }
        return new UserScores(this, user, seenItems, own, byFallback);
    }

    /** The user's best {@code limit} items. */
    public RankedList topItems(int user, int limit) {
        return scores(user).top(limit);
    }

    /** The best {@code limit} items of each user, in the order of {@code users}. */
    public List<RankedList> topItems(int[] users, int limit, Workers workers, Progress progress) {
        return lists(users, limit, workers, progress).all();
    }

    /**
     * The lists of some users.
     *
     * @param all one a user
     * @param isFallback whether each is the fallback's, because the scorer does not know the user
     */
    public record Lists(List<RankedList> all, List<Boolean> isFallback) {
        public Lists {
            all = List.copyOf(all);
            isFallback = List.copyOf(isFallback);
        }
    }

    /** {@link #topItems(int[], int, Workers, Progress)} and whose they are. */
    public Lists lists(int[] users, int limit, Workers workers, Progress progress) {
        RankedList[] lists = new RankedList[users.length];
        Boolean[] isFallback = new Boolean[users.length];
        int atOnce = Math.max(1, Math.min(users.length, USERS_AT_ONCE));
        try (Progress.Task task = progress.start("retrieve " + scorer.name(), "users", users.length)) {
            workers.forBlocks(users.length, atOnce, () -> room(atOnce), (room, block, from, to) -> {
                UserScores[] scores = scores(Arrays.copyOfRange(users, from, to), room);
                for (int at = from; at < to; at++) {
                    lists[at] = scores[at - from].top(limit);
                    isFallback[at] = scores[at - from].isFallback();
                }
                task.advance(to - from);
            });
        }
        return new Lists(List.of(lists), List.of(isFallback));
    }

    /**
     * The best of the candidates.
     *
     * @param seenItems those of the user, ascending
     * @param isFallback whose scores they are
     */
    RankedList top(int user, int[] seenItems, int limit, double[] scores, boolean isFallback) {
        return (isFallback ? fallback : scorer)
                .order()
                .map(order -> first(user, seenItems, limit, scores, order))
                .orElseGet(() -> top(user, seenItems, limit, scores));
    }

    /** The first candidates of an order. */
    private RankedList first(int user, int[] seenItems, int limit, double[] scores, int[] order) {
        long[] seenBits = bits(seenItems, scores.length);
        int[] items = new int[Math.min(limit, order.length)];
        int size = 0;
        for (int at = 0; at < order.length && size < limit; at++) {
            int item = order[at];
            boolean isSeen = (seenBits[item / Long.SIZE] >>> item & 1) != 0;
            if (!isSeen && universe.contains(item) && isKept(user, item)) {
                items[size++] = item;
            }
        }
        int[] found = Arrays.copyOf(items, size);
        double[] ofFound = new double[size];
        for (int at = 0; at < size; at++) {
            ofFound[at] = scores[found[at]] + 0.0; // -0.0 ties with 0.0
        }
        return new RankedList(user, found, ofFound);
    }

    /** Some items, each a bit: of item i bit {@code i % 64} of word {@code i / 64}. */
    private static long[] bits(int[] items, int itemCount) {
        long[] bits = new long[(itemCount + Long.SIZE - 1) / Long.SIZE];
        for (int item : items) {
            bits[item / Long.SIZE] |= 1L << item;
        }
        return bits;
    }

    /** The best of the candidates: those above a floor, or all of them where it was guessed too high. */
    private RankedList top(int user, int[] seenItems, int limit, double[] scores) {
        double floor = floor(seenItems, limit, scores);
        RankedList top = topAbove(floor, user, seenItems, limit, scores);
        return top.size() == limit || floor == Double.NEGATIVE_INFINITY
                ? top
                : topAbove(Double.NEGATIVE_INFINITY, user, seenItems, limit, scores);
    }

    /**
     * A score that somewhat more than {@code limit} unseen items are above, by a sample of them: three standard deviations
     * more, so that one in a thousand is too high; negative infinity where a sample would not pay.
     */
    private static double floor(int[] seenItems, int limit, double[] scores) {
        int step = (scores.length - seenItems.length) / SAMPLE;
        if (step < 4) {
            return Double.NEGATIVE_INFINITY;
        }
        double[] sample = new double[scores.length / step + 1];
        int size = 0;
        int next = 0;
        for (int item = 0; item < scores.length; item += step) {
            while (next < seenItems.length && seenItems[next] < item) {
                next++;
            }
            if (next == seenItems.length || seenItems[next] != item) {
                sample[size++] = scores[item];
            }
        }
        double expected = (double) limit / step;
        int place = (int) Math.ceil(expected + 3 * Math.sqrt(expected)) + 1;
        if (2 * place > size) {
            return Double.NEGATIVE_INFINITY;
        }
        Arrays.sort(sample, 0, size);
        return Math.nextDown(sample[size - place]);
    }

    /** Runs of items between two seen ones, most of which one comparison leaves out. */
    private RankedList topAbove(double floor, int user, int[] seenItems, int limit, double[] scores) {
        TopItems top = new TopItems(limit, floor);
        int item = 0;
        for (int at = 0; at <= seenItems.length; at++) {
            int end = at < seenItems.length ? seenItems[at] : scores.length;
            double bar = top.bar();
            for (; item < end; item++) {
                // Negated, so that NaN passes and is refused.
                if (!(scores[item] <= bar) && universe.contains(item) && isKept(user, item)) {
                    top.offer(item, scores[item]);
                    bar = top.bar();
                }
            }
            item++;
        }
        return top.drain(user);
    }

    /** Unseen items of the universe that the scorer knows and the filters keep, ascending. */
    int[] candidates(int user, int[] seenItems, double[] scores) {
        return candidates(user, seenItems, scores, universe.size());
    }

    private boolean hasCandidate(int user, int[] seenItems, double[] scores) {
        return candidates(user, seenItems, scores, Math.min(1, universe.size())).length > 0;
    }

    private int[] candidates(int user, int[] seenItems, double[] scores, int limit) {
        int[] items = new int[limit];
        int size = 0;
        int item = 0;
        for (int at = 0; at <= seenItems.length; at++) {
            int end = at < seenItems.length ? seenItems[at] : scores.length;
            for (; item < end && size < limit; item++) {
                if (scores[item] != Double.NEGATIVE_INFINITY && universe.contains(item) && isKept(user, item)) {
                    items[size++] = item;
                }
            }
            item = end + 1;
        }
        return Arrays.copyOf(items, size);
    }

    private boolean isKept(int user, int item) {
        for (int at = 0; at < filters.size(); at++) {
            if (!filters.get(at).keeps(user, item)) {
                return false;
            }
        }
        return true;
    }
}
