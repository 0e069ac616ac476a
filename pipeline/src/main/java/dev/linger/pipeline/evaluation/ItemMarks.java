package dev.linger.pipeline.evaluation;

/** A set of items that is asked for every item of a list; reused from user to user. */
final class ItemMarks {
    private static final int[] NONE = {};

    private boolean[] isMarked = new boolean[0];
    private int[] marked = NONE;

    /** Makes these items the set. */
    void set(int[] ascendingItems) {
        for (int item : marked) {
            isMarked[item] = false;
        }
        marked = ascendingItems;
        if (marked.length > 0 && marked[marked.length - 1] >= isMarked.length) {
            isMarked = new boolean[marked[marked.length - 1] + 1];
        }
        for (int item : marked) {
            isMarked[item] = true;
        }
    }

    boolean has(int item) {
        return item < isMarked.length && isMarked[item];
    }
}
