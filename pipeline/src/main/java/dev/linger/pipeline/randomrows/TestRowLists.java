package dev.linger.pipeline.randomrows;

import dev.linger.data.RankedList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The videos of each user's own test rows by what is predicted of them. */
final class TestRowLists {
    private TestRowLists() {}

    /** One list a user, by rising user; a video of several rows has the highest of their scores. */
    static List<RankedList> of(int[] user, int[] item, double[] score) {
        int[] order = IntStream.range(0, user.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(row -> user[row])
                        .thenComparingInt(row -> item[row])
                        .thenComparing(row -> -score[row]))
                .mapToInt(Integer::intValue)
                .toArray();
        List<RankedList> lists = new ArrayList<>();
        int from = 0;
        while (from < order.length) {
            int to = from;
            while (to < order.length && user[order[to]] == user[order[from]]) {
                to++;
            }
            lists.add(list(Arrays.copyOfRange(order, from, to), user, item, score));
            from = to;
        }
        return lists;
    }

    private static RankedList list(int[] rows, int[] user, int[] item, double[] score) {
        int[] best = IntStream.range(0, rows.length)
                .filter(at -> at == 0 || item[rows[at]] != item[rows[at - 1]])
                .map(at -> rows[at])
                .toArray();
        return RankedList.byScore(
                user[rows[0]],
                IntStream.of(best).map(row -> item[row]).toArray(),
                IntStream.of(best).mapToDouble(row -> score[row]).toArray());
    }
}
