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
    private final SparseRows pairs;
    private final double likedThreshold;
    private final RankedList[] neighbors;

    /**
     * @param pairs longest watch by (user, item)
     * @param likedThreshold a pair with a ratio above it is liked
     * @param neighbors similar items of each item with their similarities, above 0
     */
    ItemKnn(SparseRows pairs, double likedThreshold, RankedList[] neighbors) {
        this.pairs = pairs;
        this.likedThreshold = likedThreshold;
        this.neighbors = neighbors;
    }

    @Override
    public String name() {
        return "item-knn";
    }

    @Override
    public int itemCount() {
        return neighbors.length;
    }

    /** The item's neighbors with their similarities, best first. */
    public RankedList neighbors(int item) {
        return neighbors[item];
    }

    @Override
    public void score(int user, double[] scores) {
        Arrays.fill(scores, 0);
        for (int cell = pairs.from(user); cell < pairs.to(user); cell++) {
            if (pairs.value(cell) > likedThreshold) {
                RankedList near = neighbors[pairs.column(cell)];
                for (int at = 0; at < near.size(); at++) {
                    scores[near.items()[at]] += near.scores()[at];
                }
            }
        }
        for (int item = 0; item < scores.length; item++) {
            if (scores[item] == 0) {
                scores[item] = Double.NEGATIVE_INFINITY;
            }
        }
    }
}
