package dev.linger.neural.net;

import java.util.Arrays;
import java.util.List;

/**
 * The rows of embeddings that the examples of a batch read, each once, with a chain of the places where its gradients are, in
 * the order of the examples.
 */
final class TouchedRows {
    private static final int NONE = -1;

    /** Of each row of each table its position among those touched. */
    private final int[][] positionOf;

    private int[] table = new int[1024];
    private int[] row = new int[1024];
    private int[] first = new int[1024];
    private int[] last = new int[1024];
    private int count;

    private int[] next = new int[1024];
    private int[] at = new int[1024];
    private float[] weight = new float[1024];
    private float[][] source = new float[1024][];
    private int touches;

    TouchedRows(List<EmbeddingTable> tables) {
        this.positionOf = new int[tables.size()][];
        for (int number = 0; number < positionOf.length; number++) {
            positionOf[number] = new int[tables.get(number).rows()];
            Arrays.fill(positionOf[number], NONE);
        }
    }

    void add(Touches part, float[] inputGradient) {
        for (int touch = 0; touch < part.size(); touch++) {
            grow();
            at[touches] = part.at(touch);
            weight[touches] = part.weight(touch);
            source[touches] = inputGradient;
            next[touches] = NONE;
            int[] positions = positionOf[part.table(touch)];
            int position = positions[part.row(touch)];
            if (position == NONE) {
                position = newRow(part.table(touch), part.row(touch));
                positions[part.row(touch)] = position;
                first[position] = touches;
            } else {
                next[last[position]] = touches;
            }
            last[position] = touches++;
        }
    }

    private int newRow(int ofTable, int number) {
        if (count == row.length) {
            table = Arrays.copyOf(table, 2 * count);
            row = Arrays.copyOf(row, 2 * count);
            first = Arrays.copyOf(first, 2 * count);
            last = Arrays.copyOf(last, 2 * count);
        }
        table[count] = ofTable;
        row[count] = number;
        return count++;
    }

    private void grow() {
        if (touches == at.length) {
            next = Arrays.copyOf(next, 2 * touches);
            at = Arrays.copyOf(at, 2 * touches);
            weight = Arrays.copyOf(weight, 2 * touches);
            source = Arrays.copyOf(source, 2 * touches);
        }
    }

    /** How many rows were touched. */
    int count() {
        return count;
    }

    int table(int position) {
        return table[position];
    }

    int row(int position) {
        return row[position];
    }

    /** Writes the sum of a row's gradients. */
    void gradient(int position, int width, float[] into) {
        Arrays.fill(into, 0, width, 0);
        for (int touch = first[position]; touch != NONE; touch = next[touch]) {
            float[] from = source[touch];
            int base = at[touch];
            float by = weight[touch];
            for (int x = 0; x < width; x++) {
                into[x] = Math.fma(by, from[base + x], into[x]);
            }
        }
    }

    /** Forgets all of them. */
    void clear() {
        for (int position = 0; position < count; position++) {
            positionOf[table[position]][row[position]] = NONE;
        }
        Arrays.fill(source, 0, touches, null);
        count = 0;
        touches = 0;
    }
}
