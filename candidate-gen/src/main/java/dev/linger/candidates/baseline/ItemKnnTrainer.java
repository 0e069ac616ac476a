package dev.linger.candidates.baseline;

import dev.linger.candidates.PairPlays;
import dev.linger.candidates.SparseRows;
import dev.linger.candidates.TopItems;
import dev.linger.candidates.WithheldPairs;
import dev.linger.data.Progress;
import dev.linger.data.RankedList;
import dev.linger.data.Workers;

/**
 * Finds the neighbors of every item by the cosine of the items' sets of users, shrunk.
 *
 * <pre>
 * similarity(i, j) = |U_i and U_j| / (sqrt(|U_i less W_j| |U_j less W_i|) + shrinkage)
 * U_i = users who liked i,  W_i = users from whom the pair with i was withheld
 * </pre>
 *
 * <p>A user of W_j who liked i says nothing of whether i and j are liked together.
 *
 * <p>Source: Sarwar, Karypis, Konstan and Riedl, "Item-Based Collaborative Filtering Recommendation Algorithms", WWW 2001.
 * O(sum over users of the square of their liked items).
 */
public final class ItemKnnTrainer {
    private static final int ITEMS_PER_BLOCK = 32;

    private ItemKnnTrainer() {}

    /** The scorer named "item-knn"; the same for any number of threads. */
    public static ItemKnn train(
            PairPlays training, WithheldPairs withheld, ItemKnnConfig config, Workers workers, Progress progress) {
        int itemCount = withheld.byItem().rowCount();
        SparseRows likedByUser = config.liked(training, itemCount, workers);
        CommonUsers.Liked liked = CommonUsers.Liked.of(likedByUser, withheld);
        RankedList[] neighbors = new RankedList[itemCount];
        try (Progress.Task task = progress.start("find neighbors", "items", itemCount)) {
            workers.forBlocks(itemCount, ITEMS_PER_BLOCK, () -> new CommonUsers(liked), (common, block, from, to) -> {
                for (int item = from; item < to; item++) {
                    neighbors[item] = nearest(item, common, config);
                }
                task.advance(to - from);
            });
        }
        return ItemKnn.of(likedByUser, neighbors, config);
    }

    private static RankedList nearest(int item, CommonUsers common, ItemKnnConfig config) {
        common.count(item);
        TopItems top = new TopItems(config.neighborCount());
        for (int other = 0; other < common.itemCount(); other++) {
            if (other != item && common.with(other) > 0) {
                top.offer(other, common.with(other) / (Math.sqrt(common.product(other)) + config.shrinkage()));
            }
        }
        return top.drain(item);
    }
}
