package dev.linger.candidates;

import dev.linger.data.RankedList;
import java.util.Arrays;

/**
 * The scores of all items for one user, computed once by a {@link Retrieval}: their list, and score and rank of any item.
 *
 * <p>For a user without any candidate by the scorer, list, score and rank are the fallback's.
 */
public final class UserScores {
    private final Retrieval retrieval;
    private final int user;
    private final int[] seen;
    private final double[] own;
    private final double[] listed;

    /**
     * @param seen the items that are left out, ascending
     * @param own the scorer's scores
     * @param listed the scores that order the list: the same array, or the fallback's
     */
    UserScores(Retrieval retrieval, int user, int[] seen, double[] own, double[] listed) {
        this.retrieval = retrieval;
        this.user = user;
        this.seen = seen;
        this.own = own;
        this.listed = listed;
    }

    public int user() {
        return user;
    }

    /** Whether the scorer has no candidate for the user, so the list is the fallback's. */
    public boolean isFallback() {
        return own != listed;
    }

    /** The scorer's own score of an item, never the fallback's; {@link Double#NEGATIVE_INFINITY} where it is not known. */
    public double ownScore(int item) {
        return own[item];
    }

    /**
     * Writes by how many standard deviations the own score of each item is above the mean of all items that the scorer knows
     * for the user: at {@code offset + stride * at}, 0 where all are alike, NaN where the item is not known.
     */
    public void standings(int[] items, float[] into, int offset, int stride) {
        // Of the distances to one known score, so that large scores that differ little keep their digits.
        double origin = firstKnown();
        int known = 0;
        double sum = 0;
        double squares = 0;
        for (double score : own) {
            if (score != Double.NEGATIVE_INFINITY) {
                double distance = score - origin;
                known++;
                sum += distance;
                squares += distance * distance;
            }
        }
        double mean = origin + sum / known;
        double variance = squares / known - sum / known * (sum / known);
        double scale = variance > 0 ? 1 / Math.sqrt(variance) : 0;
        for (int at = 0; at < items.length; at++) {
            double score = own[items[at]];
            into[offset + stride * at] =
                    score == Double.NEGATIVE_INFINITY ? Float.NaN : (float) ((score - mean) * scale);
        }
    }

    private double firstKnown() {
        for (double score : own) {
            if (score != Double.NEGATIVE_INFINITY) {
                return score;
            }
        }
        return 0;
    }

    /** The user's best {@code limit} items. */
    public RankedList top(int limit) {
        return retrieval.top(user, seen, limit, listed, isFallback());
    }

    /**
     * Writes score and rank of some items, which may be seen or outside the universe; both are NaN where the item is not
     * known.
     *
     * <p>{@code rank = 1 +} the number of other candidates that come before the item by (score descending, item ascending).
     * O((candidates + asked) log asked), so ask for all items at once.
     *
     * @param items items, of which {@code from..to-1} are asked for; may repeat
     * @param score where scores go, at the positions of the items
     * @param rank where ranks go, at the positions of the items
     */
    public void scoreAndRank(int[] items, int from, int to, float[] score, float[] rank) {
        ScoreOrder order =
                new ScoreOrder(listed, Arrays.copyOfRange(items, from, to), retrieval.candidates(user, seen, listed));
        for (int at = from; at < to; at++) {
            boolean known = listed[items[at]] != Double.NEGATIVE_INFINITY;
            score[at] = known ? (float) listed[items[at]] : Float.NaN;
            rank[at] = known ? order.rank(items[at]) : Float.NaN;
        }
    }
}
