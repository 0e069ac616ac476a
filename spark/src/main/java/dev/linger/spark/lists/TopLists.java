package dev.linger.spark.lists;

import dev.linger.data.RankedList;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The first items of what users get, as columns: 12 bytes an item.
 *
 * @param users numbered among all
 * @param sizes how many items each has
 * @param items one list after the other
 * @param scores of the items
 */
public record TopLists(int[] users, int[] sizes, int[] items, double[] scores) implements Serializable {
    private static final long serialVersionUID = 1;

    /** The lists of users whose numbers are lower by so much, as far as they are told. */
    static TopLists of(List<RankedList> lists, int firstUser, int longest) {
        List<RankedList> tops = lists.stream().map(list -> list.top(longest)).toList();
        return new TopLists(
                tops.stream().mapToInt(list -> firstUser + list.user()).toArray(),
                tops.stream().mapToInt(RankedList::size).toArray(),
                tops.stream().flatMapToInt(list -> Arrays.stream(list.items())).toArray(),
                tops.stream()
                        .flatMapToDouble(list -> Arrays.stream(list.scores()))
                        .toArray());
    }

    /** The lists, of users numbered among all. */
    public List<RankedList> lists() {
        List<RankedList> lists = new ArrayList<>();
        int from = 0;
        for (int at = 0; at < users.length; at++) {
            int to = from + sizes[at];
            lists.add(new RankedList(
                    users[at], Arrays.copyOfRange(items, from, to), Arrays.copyOfRange(scores, from, to)));
            from = to;
        }
        return lists;
    }
}
