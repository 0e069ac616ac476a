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

    /** A list of items in this order, with scores that say no more: size, size - 1, ..., 1. */
    static RankedList inOrder(int user, int[] items) {
        double[] scores = new double[items.length];
        for (int at = 0; at < scores.length; at++) {
            scores[at] = scores.length - at;
        }
        return new RankedList(user, items, scores);
    }
}
