package dev.linger.candidates;

import dev.linger.data.RankedList;
import java.util.Arrays;

/**
 * The best of the items offered, at most {@code limit} of them, by (score descending, item ascending). Twice as many are
 * gathered before the worse half is dropped, so an offer costs O(1) on average, in whatever order items come.
 */
public final class TopItems {
    private final int limit;
    private int[] items;
    private double[] scores;
    private int size;
    private final double floor;
    private double bar;
    private int itemAtBar = Integer.MAX_VALUE;

    /** Room for {@code limit} items, at least 1. */
    public TopItems(int limit) {
        this(limit, Double.NEGATIVE_INFINITY);
    }

    /** The same for items that are offered with a score above {@code floor}; others are not kept. */
    TopItems(int limit, double floor) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be >= 1 but was " + limit);
        }
        this.limit = limit;
        this.floor = floor;
        this.bar = floor;
        int first = Math.min(limit, 512);
        items = new int[2 * first];
        scores = new double[2 * first];
    }

    /** How many items would be given now. */
    public int size() {
        return Math.min(size, limit);
    }

    /**
     * An item that is offered with this score or less is not kept if all offered before it are smaller items;
     * {@link Double#NEGATIVE_INFINITY} as long as nothing is dropped.
     */
    double bar() {
        return bar;
    }

    /**
     * Takes one item, which must not have been offered before.
     *
     * @throws IllegalArgumentException if the score is NaN
     */
    public void offer(int item, double score) {
        double plain = score + 0.0; // -0.0 ties with 0.0
        if (isBetter(bar, itemAtBar, plain, item)) {
            return;
        }
        if (Double.isNaN(plain)) {
            throw new IllegalArgumentException("score of item " + item + " is NaN");
        }
        if (size == items.length) {
            grow();
        }
        items[size] = item;
        scores[size++] = plain;
        if (size == 2 * limit) {
            dropWorse();
        }
    }

    /** The items kept, best first; none are left afterwards. */
    public RankedList drain(int user) {
        if (size > limit) {
            dropWorse();
        }
        RankedList best = RankedList.byScore(user, Arrays.copyOf(items, size), Arrays.copyOf(scores, size));
        size = 0;
        bar = floor;
        itemAtBar = Integer.MAX_VALUE;
        return best;
    }

    /** Whether the first of two items comes before the second: the one tie rule of every list. */
    static boolean isBetter(double score, int item, double otherScore, int otherItem) {
        return score > otherScore || (score == otherScore && item < otherItem);
    }

    private void grow() {
        int capacity = (int) Math.min(2L * items.length, 2L * limit);
        items = Arrays.copyOf(items, capacity);
        scores = Arrays.copyOf(scores, capacity);
    }

    /** Keeps the best {@code limit} items and notes the worst of them. */
    private void dropWorse() {
        select(limit - 1);
        size = limit;
        bar = scores[limit - 1];
        itemAtBar = items[limit - 1];
    }

    /** Quickselect: afterwards the item at {@code place} is where sorting would put it, the better ones before it. */
    private void select(int place) {
        int from = 0;
        int to = size - 1;
        while (from < to) {
            int middle = (from + to) >>> 1;
            double pivot = scores[middle];
            int pivotItem = items[middle];
            int left = from;
            int right = to;
            while (left <= right) {
                while (isBetter(scores[left], items[left], pivot, pivotItem)) {
                    left++;
                }
                while (isBetter(pivot, pivotItem, scores[right], items[right])) {
                    right--;
                }
                if (left <= right) {
                    swap(left++, right--);
                }
            }
            if (place <= right) {
                to = right;
            } else if (place >= left) {
                from = left;
            } else {
                return;
            }
        }
    }

    private void swap(int one, int other) {
        int item = items[one];
        items[one] = items[other];
        items[other] = item;
        double score = scores[one];
        scores[one] = scores[other];
        scores[other] = score;
    }
}
