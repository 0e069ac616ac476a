package dev.linger.candidates.baseline;

import dev.linger.candidates.InteractionMatrix;
import dev.linger.candidates.PlayValue;
import dev.linger.candidates.RepeatRule;
import dev.linger.candidates.SparseRows;
import dev.linger.candidates.TopItems;
import dev.linger.data.InteractionLog;
import dev.linger.data.Progress;
import dev.linger.data.RankedList;
import dev.linger.data.Workers;

/**
 * Finds the neighbors of every item by the cosine of the items' sets of users, shrunk.
 *
 * <pre>
 * similarity(i, j) = |U_i and U_j| / (sqrt(|U_i| |U_j|) + shrinkage),  U_i = users who liked i
 * </pre>
 *
 * <p>Source: Sarwar, Karypis, Konstan and Riedl, "Item-Based Collaborative Filtering Recommendation Algorithms", WWW 2001.
 * O(sum over users of the square of their liked items).
 */
public final class ItemKnnTrainer {
    private static final int ITEMS_PER_BLOCK = 32;

    private ItemKnnTrainer() {}

    /** The scorer named "item-knn"; the same for any number of threads. */
    public static ItemKnn train(
            InteractionLog training,
            int userCount,
            int itemCount,
            ItemKnnConfig config,
            Workers workers,
            Progress progress) {
        SparseRows likedByUser = InteractionMatrix.of(training, userCount, itemCount, PlayValue.RATIO, RepeatRule.MAX)
                .byUser()
                .above(config.likedThreshold());
        SparseRows likedByItem = likedByUser.transposed();
        RankedList[] neighbors = new RankedList[itemCount];
        try (Progress.Task task = progress.start("find neighbors", "items", itemCount)) {
            workers.forBlocks(itemCount, ITEMS_PER_BLOCK, () -> new int[itemCount], (common, block, from, to) -> {
                for (int item = from; item < to; item++) {
                    countCommonUsers(likedByUser, likedByItem, item, common);
                    neighbors[item] = nearest(item, common, likedByItem, config);
                }
                task.advance(to - from);
            });
        }
        return ItemKnn.of(likedByUser, neighbors);
    }

    /** common[j] = |U_item and U_j|. */
    private static void countCommonUsers(SparseRows likedByUser, SparseRows likedByItem, int item, int[] common) {
        for (int cell = likedByItem.from(item); cell < likedByItem.to(item); cell++) {
            int user = likedByItem.column(cell);
            for (int other = likedByUser.from(user); other < likedByUser.to(user); other++) {
                common[likedByUser.column(other)]++;
            }
        }
    }

    /** The nearest items; leaves {@code common} all 0 for the next item. */
    private static RankedList nearest(int item, int[] common, SparseRows likedByItem, ItemKnnConfig config) {
        TopItems top = new TopItems(config.neighborCount());
        for (int other = 0; other < common.length; other++) {
            if (other != item && common[other] > 0) {
                double cosineDenominator = Math.sqrt((double) likedByItem.count(item) * likedByItem.count(other));
                top.offer(other, common[other] / (cosineDenominator + config.shrinkage()));
            }
            common[other] = 0;
        }
        return top.drain(item);
    }
}
