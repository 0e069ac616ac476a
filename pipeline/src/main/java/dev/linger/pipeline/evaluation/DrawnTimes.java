package dev.linger.pipeline.evaluation;

import java.util.SplittableRandom;

/** How often each of some is drawn where as many are drawn with replacement. */
final class DrawnTimes {
    /** Columns that are written together, so that a row's cells of them share a line of the processor's cache. */
    private static final int COLUMNS = 16;

    private DrawnTimes() {}

    /** How often each of so many is drawn. */
    static int[] draw(int size, SplittableRandom random) {
        int[] times = new int[size];
        for (int draw = 0; draw < size; draw++) {
            times[random.nextInt(size)]++;
        }
        return times;
    }

    /**
     * How often each of so many is drawn in each resample, {@code [one][resample]}, the resamples drawn one after the other.
     * None is drawn more than 127 times of as many: the chance is below 1e-200.
     */
    static byte[][] all(int resamples, int size, SplittableRandom random) {
        byte[][] all = new byte[size][resamples];
        int[][] drawn = new int[COLUMNS][];
        for (int first = 0; first < resamples; first += COLUMNS) {
            int columns = Math.min(COLUMNS, resamples - first);
            for (int column = 0; column < columns; column++) {
                drawn[column] = draw(size, random);
            }
            for (int one = 0; one < size; one++) {
                for (int column = 0; column < columns; column++) {
                    all[one][first + column] = (byte) drawn[column][one];
                }
            }
        }
        return all;
    }
}
