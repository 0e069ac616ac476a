package dev.linger.ranker.baseline;

import java.util.Arrays;

/**
 * Labels by user or by item.
 *
 * @param sorted the labels of key 0, then those of key 1, and so on, each in the order of the rows
 * @param end where those of each key end
 */
record LabelsByKey(float[] sorted, int[] end) {
    /** Sorts labels by the keys of their rows: a counting sort. */
    static LabelsByKey of(int[] keys, float[] labels) {
        int[] next = new int[Arrays.stream(keys).max().orElse(-1) + 2];
        for (int key : keys) {
            next[key + 1]++;
        }
        for (int key = 1; key < next.length; key++) {
            next[key] += next[key - 1];
        }
        float[] sorted = new float[labels.length];
        for (int row = 0; row < keys.length; row++) {
            sorted[next[keys[row]]++] = labels[row];
        }
        return new LabelsByKey(sorted, Arrays.copyOf(next, next.length - 1));
    }

    /** Calls the task with each key that has labels, ascending. */
    void forEach(KeyTask task) {
        int begin = 0;
        for (int key = 0; key < end.length; key++) {
            if (end[key] > begin) {
                task.run(key, Arrays.copyOfRange(sorted, begin, end[key]));
            }
            begin = end[key];
        }
    }

    /** What is done with the labels of a key. */
    @FunctionalInterface
    interface KeyTask {
        void run(int key, float[] labels);
    }
}
