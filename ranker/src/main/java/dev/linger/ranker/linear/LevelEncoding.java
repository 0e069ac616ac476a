package dev.linger.ranker.linear;

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
}
