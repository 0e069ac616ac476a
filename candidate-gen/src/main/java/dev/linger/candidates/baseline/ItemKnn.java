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
    private final RankedList[] neighbors;

    /**
     * @param liked the items that each user liked
     * @param neighbors similar items of each item with their similarities, above 0
     */
    ItemKnn(SparseRows liked, RankedList[] neighbors) {
        this.liked = liked;
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
        for (int cell = liked.from(user); cell < liked.to(user); cell++) {
            RankedList near = neighbors[liked.column(cell)];
            int[] items = near.items();
            double[] similarities = near.scores();
            for (int at = 0; at < items.length; at++) {
                scores[items[at]] += similarities[at];
            }
        }
        for (int item = 0; item < scores.length; item++) {
            if (scores[item] == 0) {
                scores[item] = Double.NEGATIVE_INFINITY;
            }
        }
    }
}
