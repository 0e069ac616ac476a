package dev.linger.candidates.ease;

import dev.linger.candidates.InteractionMatrix;
import dev.linger.candidates.PairPlays;
import dev.linger.candidates.PlayValue;
import dev.linger.candidates.RepeatRule;
import dev.linger.candidates.SparsePattern;
import dev.linger.candidates.SparseRows;
import dev.linger.candidates.TopItems;
import dev.linger.data.Workers;
import java.util.Arrays;

/** X of the package's doc: who liked which of the items that take part, which have places {@code 0..size-1}. */
final class LikedItems {
    private static final int NO_PLACE = -1;

    private final int[] items;
    private final int[][] usersOfPlace;
    private final int[][] placesOfUser;

    private LikedItems(int[] items, int[][] usersOfPlace, int[][] placesOfUser) {
        this.items = items;
        this.usersOfPlace = usersOfPlace;
        this.placesOfUser = placesOfUser;
    }

    /** The pairs with a play above the threshold, of the {@code maxItems} items liked by most users, ties by item. */
    static LikedItems of(PairPlays training, int itemCount, EaseConfig config, Workers workers) {
        // Compared before the ratio is rounded to float, which may lift it above the threshold.
        PlayValue isLiked = (durationMillis, watchRatio) -> watchRatio > config.likedThreshold() ? 1 : 0;
        InteractionMatrix pairs = InteractionMatrix.of(training, itemCount, isLiked, RepeatRule.MAX, workers);
        SparseRows byItem = pairs.byItem();
        int[] items = mostLiked(byItem, config.maxItems());
        int[] placeOfItem = new int[itemCount];
        Arrays.fill(placeOfItem, NO_PLACE);
        int[][] usersOfPlace = new int[items.length][];
        for (int place = 0; place < items.length; place++) {
            placeOfItem[items[place]] = place;
            usersOfPlace[place] = liked(byItem, items[place]);
        }
        int[][] placesOfUser = new int[training.userCount()][];
        for (int user = 0; user < placesOfUser.length; user++) {
            placesOfUser[user] = Arrays.stream(liked(pairs.byUser(), user))
                    .map(item -> placeOfItem[item])
                    .filter(place -> place != NO_PLACE)
                    .toArray();
        }
        return new LikedItems(items, usersOfPlace, placesOfUser);
    }

    /** The number of items that take part. */
    int size() {
        return items.length;
    }

    /** The item at each place, ascending. */
    int[] items() {
        return items;
    }

    /** Places of the items the user liked, ascending. */
    int[] ofUser(int user) {
        return placesOfUser[user];
    }

    /** Places of the items that each user liked. */
    SparsePattern byUser() {
        return SparsePattern.of(placesOfUser);
    }

    /** Users who liked the item at a place, ascending. */
    int[] usersOf(int place) {
        return usersOfPlace[place];
    }

    private static int[] mostLiked(SparseRows byItem, int limit) {
        TopItems top = new TopItems(limit);
        for (int item = 0; item < byItem.rowCount(); item++) {
            int likes = liked(byItem, item).length;
            if (likes > 0) {
                top.offer(item, likes);
            }
        }
        int[] items = top.drain(0).items();
        Arrays.sort(items);
        return items;
    }

    /** Columns of the row's liked cells. */
    private static int[] liked(SparseRows pairs, int row) {
        int[] columns = new int[pairs.count(row)];
        int size = 0;
        for (int cell = pairs.from(row); cell < pairs.to(row); cell++) {
            if (pairs.value(cell) > 0) {
                columns[size++] = pairs.column(cell);
            }
        }
        return Arrays.copyOf(columns, size);
    }
}
