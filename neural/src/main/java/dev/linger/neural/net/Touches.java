package dev.linger.neural.net;

import java.util.Arrays;

/**
 * Which rows of embeddings the examples of a part of a batch read, with what weight, and where in their inputs the sum went:
 * from there the gradients come back.
 */
public final class Touches {
    private int[] table = new int[1024];
    private int[] row = new int[1024];
    private int[] at = new int[1024];
    private float[] weight = new float[1024];
    private int size;

    void clear() {
        size = 0;
    }

    void add(int ofTable, int ofRow, int inputAt, float by) {
        if (size == table.length) {
            table = Arrays.copyOf(table, 2 * size);
            row = Arrays.copyOf(row, 2 * size);
            at = Arrays.copyOf(at, 2 * size);
            weight = Arrays.copyOf(weight, 2 * size);
        }
        table[size] = ofTable;
        row[size] = ofRow;
        at[size] = inputAt;
        weight[size++] = by;
    }

    int size() {
        return size;
    }

    int table(int touch) {
        return table[touch];
    }

    int row(int touch) {
        return row[touch];
    }

    int at(int touch) {
        return at[touch];
    }

    float weight(int touch) {
        return weight[touch];
    }
}
