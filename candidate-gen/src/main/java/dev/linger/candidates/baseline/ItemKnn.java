package dev.linger.candidates.baseline;

import dev.linger.candidates.ItemScorer;
import dev.linger.candidates.SparseRows;
import dev.linger.data.RankedList;
import java.util.Arrays;

/**
 * Neighbors of what the user liked: {@code score(user, j) = sum over liked items i of similarity(i, j)}, over the
 * neighbors j that each i keeps. Nothing is known of an item that is no neighbor of anything the user liked. The scorer
 * is named "item-knn".
 */
public final class ItemKnn implements ItemScorer {
    private final SparseRows liked;
    private final int[][] neighborItems;
    private final double[][] similarities;

    /**
     * @param liked what each user liked
     * @param neighbors similar items of each item with their similarities, above 0
     */
    ItemKnn(SparseRows liked, RankedList[] neighbors) {
        this.liked = liked;
        this.neighborItems = new int[neighbors.length][];
        this.similarities = new double[neighbors.length][];
        for (int item = 0; item < neighbors.length; item++) {
            keepInOrderOfItems(item, neighbors[item]);
        }
    }

    /** So that a walk through neighbors goes through the scores in one direction. */
    private void keepInOrderOfItems(int item, RankedList near) {
        long[] order = new long[near.size()];
        for (int at = 0; at < order.length; at++) {
            order[at] = (long) near.items()[at] << 32 | at;
        }
        Arrays.sort(order);
        neighborItems[item] = new int[order.length];
        similarities[item] = new double[order.length];
        for (int to = 0; to < order.length; to++) {
            neighborItems[item][to] = (int) (order[to] >>> 32);
            similarities[item][to] = near.scores()[(int) order[to]];
        }
    }

    @Override
    public String name() {
        return "item-knn";
    }

    @Override
    public int itemCount() {
        return neighborItems.length;
    }

    /** The item's neighbors with their similarities, best first. */
    public RankedList neighbors(int item) {
        return RankedList.byScore(item, neighborItems[item], similarities[item]);
    }

    @Override
    public void score(int user, double[] scores) {
        Arrays.fill(scores, 0);
        for (int cell = liked.from(user); cell < liked.to(user); cell++) {
            int[] near = neighborItems[liked.column(cell)];
            double[] similarity = similarities[liked.column(cell)];
            for (int at = 0; at < near.length; at++) {
                scores[near[at]] += similarity[at];
            }
        }
        for (int item = 0; item < scores.length; item++) {
            if (scores[item] == 0) {
                scores[item] = Double.NEGATIVE_INFINITY;
            }
        }
    }
}
