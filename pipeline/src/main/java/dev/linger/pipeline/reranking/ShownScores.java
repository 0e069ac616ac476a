package dev.linger.pipeline.reranking;

import dev.linger.data.RankedList;
import dev.linger.features.FeatureRequests;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What lists of the videos that users were shown say of each play. */
public final class ShownScores {
    private ShownScores() {}

    /**
     * The score of each play's video in the list of its user.
     *
     * @param lists every video of every play, one list a user, by rising user
     */
    public static double[] of(FeatureRequests plays, List<RankedList> lists) {
        int[] users = lists.stream().mapToInt(RankedList::user).toArray();
        long[][] places = lists.stream().map(ShownScores::placesByItem).toArray(long[][]::new);
        return IntStream.range(0, plays.size())
                .mapToDouble(play -> {
                    int list = Arrays.binarySearch(users, plays.user()[play]);
                    return lists.get(list).scores()[place(places[list], plays.item()[play])];
                })
                .toArray();
    }

    /** The place of each item of a list beside the item, by rising item. */
    private static long[] placesByItem(RankedList list) {
        return IntStream.range(0, list.size())
                .mapToLong(place -> (long) list.items()[place] << Integer.SIZE | place)
                .sorted()
                .toArray();
    }

    private static int place(long[] places, int item) {
        int at = -1 - Arrays.binarySearch(places, ((long) item << Integer.SIZE) - 1);
        return (int) places[at];
    }
}
