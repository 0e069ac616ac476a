package dev.linger.candidates.union;

import dev.linger.data.RankedList;
import java.util.Arrays;
import java.util.List;

/** The workspace in which the lists of one user are merged; reused from user to user. */
final class Merge {
    private final int[] next;
    private final boolean[] isTaken;
    private final int[] items;
    private final int[] source;
    private int size;

    /**
     * @param sources how many lists are merged
     * @param limit how many items are taken at most
     * @param itemBound no list has an item from here on
     */
    Merge(int sources, int limit, int itemBound) {
        next = new int[sources];
        isTaken = new boolean[itemBound];
        items = new int[limit];
        source = new int[limit];
    }

    /** Merges one user's lists by quotas, then in turn. */
    void merge(List<RankedList> lists, int[] quotas) {
        for (int at = 0; at < size; at++) {
            isTaken[items[at]] = false;
        }
        size = 0;
        Arrays.fill(next, 0);
        for (int of = 0; of < quotas.length; of++) {
            take(of, lists.get(of).items(), quotas[of]);
        }
        int before;
        do {
            before = size;
            for (int of = 0; of < quotas.length; of++) {
                take(of, lists.get(of).items(), 1);
            }
        } while (size > before);
    }

    /** Takes the source's best items that are not taken yet, as many as are asked for, left, and wanted. */
    private void take(int of, int[] from, int count) {
        int at = next[of];
        int end = Math.min(items.length, size + count);
        while (at < from.length && size < end) {
            int item = from[at++];
            if (!isTaken[item]) {
                isTaken[item] = true;
                items[size] = item;
                source[size++] = of;
            }
        }
        next[of] = at;
    }

    int size() {
        return size;
    }

    /** The item taken at a position. */
    int item(int position) {
        return items[position];
    }

    /** The items in the order in which they were taken. */
    int[] items() {
        return Arrays.copyOf(items, size);
    }

    /** The source of each. */
    int[] sources() {
        return Arrays.copyOf(source, size);
    }

    /** One more than the largest item of the lists, 0 where there is none. */
    static int itemBound(List<RankedList> lists) {
        int bound = 0;
        for (RankedList list : lists) {
            for (int item : list.items()) {
                bound = Math.max(bound, item + 1);
            }
        }
        return bound;
    }
}
