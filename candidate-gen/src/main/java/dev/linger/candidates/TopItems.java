package dev.linger.candidates;

import dev.linger.data.RankedList;

/**
 * The best of the items offered, at most {@code limit} of them: a heap on primitives whose root is the worst item kept,
 * by (score descending, item ascending). An offer costs O(log limit) at most, nearly always O(1).
 */
public final class TopItems {
    private final int[] items;
    private final double[] scores;
    private int size;

    /** A heap that keeps {@code limit} items, at least 1. */
    public TopItems(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be >= 1 but was " + limit);
        }
        items = new int[limit];
        scores = new double[limit];
    }

    /** How many items are kept now. */
    public int size() {
        return size;
    }

    /**
     * The score that an item must be above to be kept, if all offered before stand before it in order of items: that of
     * the worst item kept; {@link Double#NEGATIVE_INFINITY} until {@code limit} items are.
     */
    double bar() {
        return size < items.length ? Double.NEGATIVE_INFINITY : scores[0];
    }

    /** Takes one item, which must not have been offered before; the score must not be NaN. */
    public void offer(int item, double score) {
        double plain = score + 0.0; // -0.0 ties with 0.0
        if (size < items.length) {
            siftUp(size++, item, plain);
        } else if (isBetter(plain, item, scores[0], items[0])) {
            siftDown(item, plain);
        }
    }

    /** The items kept, best first; the heap is empty afterwards. */
    public RankedList drain(int user) {
        int[] bestItems = new int[size];
        double[] bestScores = new double[size];
        while (size > 0) {
            int last = --size;
            bestItems[last] = items[0];
            bestScores[last] = scores[0];
            siftDown(items[last], scores[last]);
        }
        return new RankedList(user, bestItems, bestScores);
    }

    /** Whether the first of two items stands before the second: the one tie rule of every list. */
    static boolean isBetter(double score, int item, double otherScore, int otherItem) {
        return score > otherScore || (score == otherScore && item < otherItem);
    }

    private void siftUp(int hole, int item, double score) {
        int at = hole;
        while (at > 0) {
            int parent = (at - 1) >>> 1;
            if (!isBetter(scores[parent], items[parent], score, item)) {
                break;
            }
            put(at, items[parent], scores[parent]);
            at = parent;
        }
        put(at, item, score);
    }

    private void siftDown(int item, double score) {
        int at = 0;
        for (int child = 1; child < size; child = 2 * at + 1) {
            int right = child + 1;
            if (right < size && isBetter(scores[child], items[child], scores[right], items[right])) {
                child = right;
            }
            if (!isBetter(score, item, scores[child], items[child])) {
                break;
            }
            put(at, items[child], scores[child]);
            at = child;
        }
        put(at, item, score);
    }

    private void put(int at, int item, double score) {
        items[at] = item;
        scores[at] = score;
    }
}
