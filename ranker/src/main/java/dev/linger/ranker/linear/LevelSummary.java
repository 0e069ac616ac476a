package dev.linger.ranker.linear;

import java.util.Arrays;

/** The levels of a category, as long as there are not too many. */
final class LevelSummary implements ColumnSummary {
    private final int maxLevels;
    private float[] levels = new float[0];

    LevelSummary(int maxLevels) {
        this.maxLevels = maxLevels;
    }

    @Override
    public void add(float cell) {
        int at = Arrays.binarySearch(levels, cell);
        if (at < 0 && levels.length <= maxLevels) {
            float[] more = new float[levels.length + 1];
            System.arraycopy(levels, 0, more, 0, -at - 1);
            more[-at - 1] = cell;
            System.arraycopy(levels, -at - 1, more, -at, levels.length + at + 1);
            levels = more;
        }
    }

    @Override
    public ColumnEncoding encoding(int firstTerm) {
        boolean leftOut = levels.length > maxLevels || levels.length == 1;
        return new LevelEncoding(leftOut ? new float[0] : levels, firstTerm);
    }
}
