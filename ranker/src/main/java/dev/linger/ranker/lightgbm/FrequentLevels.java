package dev.linger.ranker.lightgbm;

import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureRows;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The cells of feature rows with the rarer levels of large categories taken as missing.
 *
 * <p>LightGBM 4.2 and 4.3 never return from building a data set with a category of more than 1,024 levels (issue 6273 of
 * LightGBM: a barrier inside a parallel region). A split sends levels it has not seen where it sends missing ones, so
 * scoring needs no such step.
 */
final class FrequentLevels {
    private FrequentLevels() {}

    /** The cells themselves where no category has more levels than that; else a copy. Ties keep the smaller code. */
    static float[] of(FeatureRows rows, int maxLevels) {
        float[] cells = rows.values();
        for (int column = 0; column < rows.columns().size(); column++) {
            if (rows.columns().get(column).kind() == FeatureColumn.Kind.CATEGORY) {
                int[] counts = counts(rows, column);
                if (Arrays.stream(counts).filter(count -> count > 0).count() > maxLevels) {
                    cells = cells == rows.values() ? cells.clone() : cells;
                    clear(cells, column, rows, rarer(counts, maxLevels));
                }
            }
        }
        return cells;
    }

    /** Rows of each code of the column. */
    private static int[] counts(FeatureRows rows, int column) {
        int[] counts = new int[0];
        for (int row = 0; row < rows.size(); row++) {
            float code = rows.value(row, column);
            if (code >= 0) {
                int level = (int) code;
                counts = level < counts.length ? counts : Arrays.copyOf(counts, Math.max(level + 1, 2 * counts.length));
                counts[level]++;
            }
        }
        return counts;
    }

    /** Whether each code is none of the most frequent ones. */
    private static boolean[] rarer(int[] counts, int maxLevels) {
        boolean[] rarer = new boolean[counts.length];
        IntStream.range(0, counts.length)
                .boxed()
                .sorted(Comparator.comparing(code -> -counts[code]))
                .skip(maxLevels)
                .forEach(code -> rarer[code] = true);
        return rarer;
    }

    private static void clear(float[] cells, int column, FeatureRows rows, boolean[] rarer) {
        int width = rows.columns().size();
        for (int row = 0; row < rows.size(); row++) {
            float code = cells[row * width + column];
            if (code >= 0 && rarer[(int) code]) {
                cells[row * width + column] = Float.NaN;
            }
        }
    }
}
