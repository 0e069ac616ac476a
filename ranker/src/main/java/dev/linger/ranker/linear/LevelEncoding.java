package dev.linger.ranker.linear;

import dev.linger.features.FeatureRows;
import java.util.Arrays;

/**
 * A category, one term a level.
 *
 * @param levels the levels of the training rows, rising, NaN (missing) last; none where the column is left out
 * @param firstTerm term of the first level
 */
record LevelEncoding(float[] levels, int firstTerm) implements ColumnEncoding {
    static LevelEncoding of(FeatureRows rows, int column, int firstTerm, int maxLevels) {
        float[] cells = new float[rows.size()];
        for (int row = 0; row < cells.length; row++) {
            cells[row] = rows.value(row, column);
        }
        Arrays.sort(cells);
        int count = 0;
        for (float cell : cells) {
            if (count == 0 || Float.compare(cell, cells[count - 1]) != 0) {
                cells[count++] = cell;
            }
        }
        boolean leftOut = count > maxLevels || count == 1;
        return new LevelEncoding(Arrays.copyOf(cells, leftOut ? 0 : count), firstTerm);
    }

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
