package dev.linger.neural.regression;

import dev.linger.data.columns.ColumnReader;
import dev.linger.data.columns.ColumnWriter;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * A category as one of its frequent levels, each of which has a row in a table of learned vectors; the row after the last level
 * is that of all others, and the next that of missing cells.
 *
 * @param levels the levels that are told apart, finite, rising
 */
record LevelCode(float[] levels) implements ColumnCode {
    /** Most levels of a column: codes have two bytes. */
    static final int MOST_LEVELS = 65_000;

    private static final int FEWEST_ROWS = 10;
    private static final int NARROW = 4;
    private static final int WIDE = 16;
    private static final int FEW_LEVELS = 32;

    LevelCode {
        for (int at = 0; at < levels.length; at++) {
            if (!Float.isFinite(levels[at]) || (at > 0 && !(levels[at] > levels[at - 1]))) {
                throw new IllegalArgumentException("levels must be finite and rise but one is " + levels[at]);
            }
        }
        if (levels.length > MOST_LEVELS) {
            throw new IllegalArgumentException(levels.length + " levels are more than " + MOST_LEVELS);
        }
    }

    /** The most frequent levels of a column, of which ten cells at least have one; of equally frequent ones the lowest. */
    static LevelCode of(float[] cells, int most) {
        float[] sorted = cells.clone();
        Arrays.sort(sorted);
        int[] start = IntStream.range(0, sorted.length)
                .filter(at -> !Float.isNaN(sorted[at]) && (at == 0 || sorted[at] != sorted[at - 1]))
                .toArray();
        int present = (int) IntStream.range(0, sorted.length)
                .filter(at -> !Float.isNaN(sorted[at]))
                .count();
        int[] rows = IntStream.range(0, start.length)
                .map(at -> (at + 1 < start.length ? start[at + 1] : present) - start[at])
                .toArray();
        int[] kept = IntStream.range(0, start.length)
                .filter(at -> rows[at] >= FEWEST_ROWS)
                .boxed()
                .sorted(Comparator.comparingInt(at -> -rows[at]))
                .limit(most)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
        float[] levels = new float[kept.length];
        for (int at = 0; at < kept.length; at++) {
            levels[at] = sorted[start[kept[at]]] + 0f;
        }
        return new LevelCode(levels);
    }

    /** How many rows its table has. */
    int rows() {
        return levels.length + 2;
    }

    /** The length of the vectors. */
    int width() {
        return levels.length > FEW_LEVELS ? WIDE : NARROW;
    }

    @Override
    public char code(float cell) {
        if (Float.isNaN(cell)) {
            return (char) (levels.length + 1);
        }
        int found = Arrays.binarySearch(levels, cell + 0f);
        return (char) (found >= 0 ? found : levels.length);
    }

    @Override
    public int numbers() {
        return 0;
    }

    @Override
    public void write(char code, float[] input, int at) {}

    @Override
    public void writeTo(ColumnWriter out) throws IOException {
        out.floats(levels);
    }

    static LevelCode readFrom(ColumnReader in) throws IOException {
        return new LevelCode(in.floats());
    }
}
