package dev.linger.recommender.order;

import dev.linger.data.RankedList;

/** Puts a scored list into the order that is shown, as for diversity; immutable, safe for many threads. */
@FunctionalInterface
public interface Orderer {
    /**
     * The list in its new order.
     *
     * @param scored best first
     * @param context who it is for
     * @return some or all of its items, each once; {@link #inOrder} makes a list of items whose order does not follow from
     *     their scores
     */
    RankedList order(RankedList scored, OrderContext context);

    /**
     * How likely it is that the first places are filled so, each given those above it; all after an impossible one are 0.
     *
     * @param shown items, one a place; a number that no item has for one that is not known
     */
    default double[] propensities(RankedList scored, OrderContext context, int[] shown) {
        return matches(order(scored, context), shown);
    }

    /** 1 for each place down to the first that has another item than a list, then 0. */
    static double[] matches(RankedList list, int[] shown) {
        double[] matches = new double[shown.length];
        for (int place = 0; place < shown.length; place++) {
            if (place >= list.size() || list.items()[place] != shown[place]) {
                return matches;
            }
            matches[place] = 1;
        }
        return matches;
    }

    /** A list of items in this order, with scores that say no more: size, size - 1, ..., 1. */
    static RankedList inOrder(int user, int[] items) {
        double[] scores = new double[items.length];
        for (int at = 0; at < scores.length; at++) {
            scores[at] = scores.length - at;
        }
        return new RankedList(user, items, scores);
    }
}
