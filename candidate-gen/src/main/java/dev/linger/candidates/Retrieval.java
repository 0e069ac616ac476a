package dev.linger.candidates;

import dev.linger.data.Progress;
import dev.linger.data.RankedList;
import dev.linger.data.Workers;
import java.util.Arrays;
import java.util.List;

/**
 * Exact retrieval: the best items of the universe that the user has not seen, by the scores of one scorer, ties by
 * (score descending, item ascending).
 *
 * <p>An item scored {@link Double#NEGATIVE_INFINITY} is no candidate. A user left without any candidate (nothing known
 * of them: no history before the cut) gets the fallback's list, with the fallback's scores. A list is shorter than
 * asked where the scorer knows fewer items.
 */
public final class Retrieval {
    private static final int USERS_PER_BLOCK = 64;

    private final ItemScorer scorer;
    private final ItemScorer fallback;
    private final Universe universe;
    private final SeenItems seen;

    /**
     * @param scorer whose order counts
     * @param fallback whose order counts for users the scorer knows nothing of; the scorer itself for "no list"
     * @param universe items that can be ranked
     * @param seen items that are left out, by user
     */
    public Retrieval(ItemScorer scorer, ItemScorer fallback, Universe universe, SeenItems seen) {
        if (scorer.itemCount() != universe.itemCount() || fallback.itemCount() != universe.itemCount()) {
            throw new IllegalArgumentException("scorer, fallback and universe must hold the same items but hold "
                    + scorer.itemCount() + ", " + fallback.itemCount() + " and " + universe.itemCount());
        }
        this.scorer = scorer;
        this.fallback = fallback;
        this.universe = universe;
        this.seen = seen;
    }

    /** The user's best {@code limit} items. */
    public RankedList topItems(int user, int limit) {
        return topItems(user, limit, new double[universe.itemCount()]);
    }

    /** The best {@code limit} items of each user, in the order of {@code users}. */
    public List<RankedList> topItems(int[] users, int limit, Workers workers, Progress progress) {
        RankedList[] lists = new RankedList[users.length];
        try (Progress.Task task = progress.start("retrieve " + scorer.name(), "users", users.length)) {
            workers.forBlocks(
                    users.length,
                    USERS_PER_BLOCK,
                    () -> new double[universe.itemCount()],
                    (scores, block, from, to) -> {
                        for (int at = from; at < to; at++) {
                            lists[at] = topItems(users[at], limit, scores);
                        }
                        task.advance(to - from);
                    });
        }
        return List.of(lists);
    }

    /** The user's best {@code limit} items by scores at hand, one an item; without the fallback. */
    public RankedList topByScores(int user, int limit, double[] scores) {
        return top(user, limit, scores);
    }

    /**
     * Writes the scorer's score and rank of some items of one user, which may be seen or outside the universe.
     *
     * <p>{@code rank = 1 +} the number of other unseen items of the universe that stand before the item by (score
     * descending, item ascending). For a user the scorer knows nothing of, score and rank are the fallback's, as in their
     * list. Both are NaN where the item is not known. All items are scored once a call, so ask for all pairs of a user at
     * once: O(universe log pairs).
     *
     * @param user the user
     * @param items items, of which {@code from..to-1} are asked for; may repeat
     * @param score where scores go, at the positions of the items
     * @param rank where ranks go, at the positions of the items
     */
    public void scoreAndRank(int user, int[] items, int from, int to, float[] score, float[] rank) {
        double[] scores = new double[universe.itemCount()];
        int[] candidates = score(user, scores);
        ScoreOrder order = new ScoreOrder(scores, Arrays.copyOfRange(items, from, to), candidates);
        for (int at = from; at < to; at++) {
            boolean known = scores[items[at]] != Double.NEGATIVE_INFINITY;
            score[at] = known ? (float) scores[items[at]] : Float.NaN;
            rank[at] = known ? order.rank(items[at]) : Float.NaN;
        }
    }

    private RankedList topItems(int user, int limit, double[] scores) {
        scorer.score(user, scores);
        RankedList known = top(user, limit, scores);
        if (known.size() > 0 || fallback == scorer) {
            return known;
        }
        fallback.score(user, scores);
        return top(user, limit, scores);
    }

    /** The best of the candidates: runs of items between two seen ones, most of which one comparison leaves out. */
    private RankedList top(int user, int limit, double[] scores) {
        TopItems top = new TopItems(limit);
        int item = 0;
        for (int at = 0; at <= seen.count(user); at++) {
            int end = at < seen.count(user) ? seen.item(user, at) : scores.length;
            double bar = top.bar();
            for (; item < end; item++) {
                // As it stands NaN goes on, and is found.
                if (!(scores[item] <= bar) && universe.contains(item)) {
                    top.offer(item, scores[item]);
                    bar = top.bar();
                }
            }
            item++;
        }
        return top.drain(user);
    }

    /** Writes the scores of all items, the fallback's where the scorer knows no candidate; gives the candidates. */
    private int[] score(int user, double[] scores) {
        scorer.score(user, scores);
        int[] known = candidates(user, scores);
        if (known.length > 0 || fallback == scorer) {
            return known;
        }
        fallback.score(user, scores);
        return candidates(user, scores);
    }

    /** Unseen items of the universe the scorer knows, ascending. */
    private int[] candidates(int user, double[] scores) {
        int[] items = new int[universe.size()];
        int size = 0;
        int nextSeen = 0;
        for (int item = 0; item < scores.length; item++) {
            if (nextSeen < seen.count(user) && seen.item(user, nextSeen) == item) {
                nextSeen++;
            } else if (universe.contains(item) && scores[item] != Double.NEGATIVE_INFINITY) {
                items[size++] = item;
            }
        }
        return Arrays.copyOf(items, size);
    }
}
