package dev.linger.candidates.content;

import dev.linger.candidates.ItemScorer;
import dev.linger.candidates.baseline.OneOrder;
import dev.linger.data.DailyStat;
import dev.linger.data.DailyStats;
import dev.linger.data.ItemTable;
import java.util.Arrays;

/**
 * Young videos that hold those who see them, by the statistics of each video's latest day before the as-of day:
 *
 * <pre>
 * rate  = (watched + priorPlays * share) / (plays + priorPlays),  share = watched / plays of all these days
 * score = rate * ln(1 + shows) * 0.5^(ageDays / halfLifeDays),    ageDays = asOfDay - day of upload, at least 0
 * </pre>
 *
 * <p>{@code watched} counts complete or long plays, as configured. Nothing is known of a video without an earlier day, with
 * an empty cell among the three counts on that day, or without a day of upload. One order for all users; it needs no play of
 * the log.
 */
public final class FreshVideos {
    static final String NAME = "fresh-videos";

    private FreshVideos() {}

    /**
     * The scorer named "fresh-videos".
     *
     * @param asOfDay local day of the cut, in days since 1970-01-01; only strictly earlier days are read
     */
    public static ItemScorer of(DailyStats daily, ItemTable items, int asOfDay, FreshVideosConfig config) {
        int[] rows = new int[items.size()];
        double plays = 0;
        double watched = 0;
        for (int item = 0; item < rows.length; item++) {
            rows[item] = knownRow(daily, items, item, asOfDay, config);
            if (rows[item] != DailyStats.NONE) {
                plays += daily.value(rows[item], DailyStat.PLAY_CNT);
                watched += daily.value(rows[item], config.watch().count());
            }
        }
        double share = plays == 0 ? 0 : watched / plays;
        double[] scores = new double[rows.length];
        Arrays.fill(scores, Double.NEGATIVE_INFINITY);
        for (int item = 0; item < rows.length; item++) {
            if (rows[item] != DailyStats.NONE) {
                int ageDays = Math.max(0, asOfDay - items.uploadDay()[item]);
                scores[item] = score(daily, rows[item], share, ageDays, config);
            }
        }
        return new OneOrder(NAME, scores);
    }

    private static double score(DailyStats daily, int row, double share, int ageDays, FreshVideosConfig config) {
        double watched = daily.value(row, config.watch().count());
        double plays = daily.value(row, DailyStat.PLAY_CNT);
        double rate = (watched + config.priorPlays() * share) / (plays + config.priorPlays());
        double seen = StrictMath.log1p(daily.value(row, DailyStat.SHOW_CNT));
        return rate * seen * StrictMath.pow(0.5, ageDays / config.halfLifeDays());
    }

    /** The row of the latest earlier day, if all that the score reads is there. */
    private static int knownRow(DailyStats daily, ItemTable items, int item, int asOfDay, FreshVideosConfig config) {
        int row = daily.latestBefore(item, asOfDay);
        boolean known = row != DailyStats.NONE
                && items.uploadDay()[item] != ItemTable.UNKNOWN_DAY
                && !Float.isNaN(daily.value(row, DailyStat.SHOW_CNT))
                && !Float.isNaN(daily.value(row, DailyStat.PLAY_CNT))
                && !Float.isNaN(daily.value(row, config.watch().count()));
        return known ? row : DailyStats.NONE;
    }
}
