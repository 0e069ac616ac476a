package dev.linger.pipeline.training;

import dev.linger.data.InteractionLog;
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
    /**
     * The pairs of some plays.
     *
     * @param quantiles fitted before the plays
     * @param ratioCap larger ratios count as this one
     */
    public static ImpressionPairs of(InteractionLog plays, WatchQuantiles quantiles, double ratioCap) {
        long[] pairs = new long[plays.size()];
        for (int row = 0; row < pairs.length; row++) {
            pairs[row] = pair(plays.user(row), plays.item(row));
        }
        long[] distinct = Arrays.stream(pairs).sorted().distinct().toArray();
        ImpressionPairs shown = new ImpressionPairs(distinct, new float[distinct.length], new float[distinct.length]);
        for (int row = 0; row < pairs.length; row++) {
            int at = Arrays.binarySearch(distinct, pairs[row]);
            float quantile = (float) quantiles.of(plays.durationMillis(row), plays.watchRatio(row));
            shown.ratio[at] = Math.max(shown.ratio[at], (float) Math.min(plays.watchRatio(row), ratioCap));
            shown.quantile[at] = Math.max(shown.quantile[at], quantile);
        }
        return shown;
    }

    /** The position of a pair; negative where it was not shown. */
    public int find(int user, int item) {
        return Arrays.binarySearch(pair, pair(user, item));
    }

    private static long pair(int user, int item) {
        return (long) user << 32 | item;
    }
}
