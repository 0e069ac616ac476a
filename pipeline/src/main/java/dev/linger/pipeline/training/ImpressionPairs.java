package dev.linger.pipeline.training;

import dev.linger.data.InteractionLog;
import dev.linger.data.Workers;
import dev.linger.data.duration.WatchQuantiles;
import java.util.Arrays;

/**
 * The distinct (user, item) pairs of some plays.
 *
 * @param pair user and item of each, packed, ascending
 * @param ratio largest capped watch ratio of the pair's plays
 * @param quantile largest quantile of the pair's plays
 */
public record ImpressionPairs(long[] pair, float[] ratio, float[] quantile) {
    private static final int ROWS_PER_BLOCK = 4096;

    /**
     * The pairs of some plays.
     *
     * @param quantiles fitted before the plays
     * @param ratioCap larger ratios count as this one
     */
    public static ImpressionPairs of(InteractionLog plays, WatchQuantiles quantiles, double ratioCap, Workers workers) {
        long[] pairs = new long[plays.size()];
        for (int row = 0; row < pairs.length; row++) {
            pairs[row] = pair(plays.user(row), plays.item(row));
        }
        long[] distinct = distinct(pairs);
        float[] quantile = new float[pairs.length];
        int[] at = new int[pairs.length];
        workers.forBlocks(pairs.length, ROWS_PER_BLOCK, (from, to) -> {
            for (int row = from; row < to; row++) {
                quantile[row] = (float) quantiles.of(plays.durationMillis(row), plays.watchRatio(row));
                at[row] = Arrays.binarySearch(distinct, pairs[row]);
            }
        });
        ImpressionPairs shown = new ImpressionPairs(distinct, new float[distinct.length], new float[distinct.length]);
        for (int row = 0; row < pairs.length; row++) {
            int of = at[row];
            shown.ratio[of] = Math.max(shown.ratio[of], (float) Math.min(plays.watchRatio(row), ratioCap));
            shown.quantile[of] = Math.max(shown.quantile[of], quantile[row]);
        }
        return shown;
    }

    private static long[] distinct(long[] pairs) {
        long[] sorted = pairs.clone();
        Arrays.sort(sorted);
        int size = 0;
        for (long pair : sorted) {
            if (size == 0 || sorted[size - 1] != pair) {
                sorted[size++] = pair;
            }
        }
        return Arrays.copyOf(sorted, size);
    }

    /** The position of a pair; negative where it was not shown. */
    public int find(int user, int item) {
        return Arrays.binarySearch(pair, pair(user, item));
    }

    private static long pair(int user, int item) {
        return (long) user << 32 | item;
    }
}
