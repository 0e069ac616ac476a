package dev.linger.candidates;

import dev.linger.data.InteractionLog;
import java.util.function.IntUnaryOperator;

/** Rows of a log in order of (user, item, time), by two stable counting sorts: O(rows), no object a row. */
final class PairOrder {
    private PairOrder() {}

    static int[] of(InteractionLog log) {
        int[] byTime = new int[log.size()];
        for (int row = 0; row < byTime.length; row++) {
            byTime[row] = row;
        }
        return stableSort(stableSort(byTime, log::item), log::user);
    }

    private static int[] stableSort(int[] rows, IntUnaryOperator keyOfRow) {
        int maxKey = -1;
        for (int row : rows) {
            maxKey = Math.max(maxKey, keyOfRow.applyAsInt(row));
        }
        int[] next = new int[maxKey + 2];
        for (int row : rows) {
            next[keyOfRow.applyAsInt(row) + 1]++;
        }
        for (int key = 0; key <= maxKey; key++) {
            next[key + 1] += next[key];
        }
        int[] sorted = new int[rows.length];
        for (int row : rows) {
            sorted[next[keyOfRow.applyAsInt(row)]++] = row;
        }
        return sorted;
    }
}
