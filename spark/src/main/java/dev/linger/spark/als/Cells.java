package dev.linger.spark.als;

import dev.linger.spark.plays.Blocks;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * Pairs on their way from one block of users to one block of items, in order of user, then item: 12 bytes a pair.
 *
 * @param fromBlock the block of users
 * @param user of each pair, numbered among all
 * @param item of each pair, numbered among all
 * @param value of each pair
 */
record Cells(int fromBlock, int[] user, int[] item, float[] value) implements Serializable {
    private static final long serialVersionUID = 1;

    /** The pairs of a block of users, cut by blocks of items. */
    static Cells[] of(PairBlock ofUsers, int firstUser, Blocks items) {
        int[] sizes = new int[items.count()];
        for (int item : ofUsers.column()) {
            sizes[items.blockOf(item)]++;
        }
        Cells[] cut = new Cells[sizes.length];
        Arrays.setAll(
                cut,
                block -> new Cells(
                        ofUsers.block(), new int[sizes[block]], new int[sizes[block]], new float[sizes[block]]));
        int[] next = new int[sizes.length];
        for (int row = 0; row < ofUsers.start().length - 1; row++) {
            for (int cell = ofUsers.start()[row]; cell < ofUsers.start()[row + 1]; cell++) {
                int block = items.blockOf(ofUsers.column()[cell]);
                int at = next[block]++;
                cut[block].user[at] = firstUser + row;
                cut[block].item[at] = ofUsers.column()[cell];
                cut[block].value[at] = ofUsers.value()[cell];
            }
        }
        return cut;
    }

    /**
     * The pairs of a block of items, by item.
     *
     * @param arrived from each block of users, in the order of these blocks
     * @param firstItem with which the block begins
     */
    static PairBlock byItem(int block, List<Cells> arrived, int firstItem, int items) {
        int[] start = new int[items + 1];
        for (Cells cells : arrived) {
            for (int item : cells.item) {
                start[item - firstItem + 1]++;
            }
        }
        for (int row = 0; row < items; row++) {
            start[row + 1] += start[row];
        }
        int[] next = start.clone();
        int[] column = new int[start[items]];
        float[] value = new float[start[items]];
        for (Cells cells : arrived) {
            for (int at = 0; at < cells.item.length; at++) {
                int to = next[cells.item[at] - firstItem]++;
                column[to] = cells.user[at];
                value[to] = cells.value[at];
            }
        }
        return new PairBlock(block, start, column, value);
    }
}
