package dev.linger.ranker.linear;

import dev.linger.data.columns.ColumnReader;
import dev.linger.data.columns.ColumnWriter;
import java.io.IOException;
import java.util.Arrays;

/**
 * A category, one term a level.
 *
 * @param levels the levels of the training rows, rising, NaN (missing) last; none where the column is left out
 * @param firstTerm term of the first level
 */
record LevelEncoding(float[] levels, int firstTerm) implements ColumnEncoding {
    @Override
    public int termCount() {
        return levels.length;
    }

    @Override
    public int term(float cell) {
        int level = Arrays.binarySearch(levels, cell);
        return level >= 0 ? firstTerm + level : NO_TERM;
    }

    @Override
    public double value(float cell) {
        return 1;
    }

    @Override
    public void writeTo(ColumnWriter out) throws IOException {
        out.floats(levels);
    }

    static LevelEncoding readFrom(ColumnReader in, int firstTerm) throws IOException {
        float[] levels = in.floats();
        for (int at = 1; at < levels.length; at++) {
            if (Float.compare(levels[at - 1], levels[at]) >= 0) {
                throw new IllegalArgumentException(
                        "levels must rise but " + levels[at] + " is after " + levels[at - 1]);
            }
        }
        return new LevelEncoding(levels, firstTerm);
    }
}
