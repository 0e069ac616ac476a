package dev.linger.data;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Items for one user, best first: the one shape of candidates and of recommendations. Ties break by item index
 * ascending, which is external id ascending; an item stands in a list once.
 *
 * @param user the user
 * @param items distinct items, best first
 * @param scores score of each item, never rising, never NaN; empty where the order alone is kept
 */
public record RankedList(int user, int[] items, double[] scores) {
    private static final double[] NONE = {};

    public RankedList {
        if (items.length != scores.length && scores.length != 0) {
            throw new IllegalArgumentException(items.length + " items but " + scores.length + " scores");
        }
        for (int at = 0; at < scores.length; at++) {
            if (Double.isNaN(scores[at])) {
                throw new IllegalArgumentException("score of item " + items[at] + " of user " + user + " is NaN");
            }
            if (at > 0
                    && (scores[at] > scores[at - 1] || (scores[at] == scores[at - 1] && items[at] <= items[at - 1]))) {
                throw new IllegalArgumentException("list of user " + user
                        + " is not ordered by (score descending, item ascending) at position " + at);
            }
        }
        int twice = repeated(items);
        if (twice >= 0) {
            throw new IllegalArgumentException("item " + items[twice] + " stands twice in the list of user " + user);
        }
    }

    /** The place of an item that stands further up too, found by a table of the places so far; -1 where there is none. */
    private static int repeated(int[] items) {
        int size = Integer.highestOneBit(Math.max(1, items.length)) << 2;
        int[] places = new int[size];
        for (int at = 0; at < items.length; at++) {
            int slot = (items[at] * 0x9E3779B9) >>> Integer.numberOfLeadingZeros(size - 1);
            while (places[slot] != 0) {
                if (items[places[slot] - 1] == items[at]) {
                    return at;
                }
                slot = (slot + 1) & (size - 1);
            }
            places[slot] = at + 1;
        }
        return -1;
    }

    /** The list of the given items in order of (score descending, item ascending); the arguments are left as they are. */
    public static RankedList byScore(int user, int[] items, double[] scores) {
        int[] order = DescendingOrder.of(scores, items);
        int[] sortedItems = new int[items.length];
        double[] sortedScores = new double[items.length];
        for (int at = 0; at < order.length; at++) {
            sortedItems[at] = items[order[at]];
            sortedScores[at] = scores[order[at]];
        }
        return new RankedList(user, sortedItems, sortedScores);
    }

    public int size() {
        return items.length;
    }

    /** The same order without its scores: a third of the memory, which counts where there are lists of everybody. */
    public RankedList orderAlone() {
        return new RankedList(user, items, NONE);
    }

    /** The first {@code limit} items. */
    public RankedList top(int limit) {
        return limit >= items.length
                ? this
                : new RankedList(
                        user, Arrays.copyOf(items, limit), Arrays.copyOf(scores, Math.min(limit, scores.length)));
    }

    /** The items for which this holds. */
    public RankedList only(IntPredicate keeps) {
        int[] places = IntStream.range(0, items.length)
                .filter(at -> keeps.test(items[at]))
                .toArray();
        return new RankedList(
                user,
                IntStream.of(places).map(at -> items[at]).toArray(),
                scores.length == 0
                        ? NONE
                        : IntStream.of(places).mapToDouble(at -> scores[at]).toArray());
    }
}
