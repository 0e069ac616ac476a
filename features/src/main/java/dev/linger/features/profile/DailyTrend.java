package dev.linger.features.profile;

import static dev.linger.data.DailyStat.COMPLETE_PLAY_CNT;
import static dev.linger.data.DailyStat.PLAY_CNT;
import static dev.linger.data.DailyStat.SHOW_CNT;

import dev.linger.data.DailyStat;
import dev.linger.data.DailyStats;
import dev.linger.data.SideData;
import dev.linger.features.DailyCells;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureGroup;
import dev.linger.features.FeatureGroupConfig;
import dev.linger.features.FeatureRequests;
import dev.linger.features.GroupContext;
import java.util.List;
import java.util.Set;

/**
 * Where the daily statistics of the video are going: its latest earlier day less the earlier day before it, and its
 * last {@value #DAYS} earlier days taken together. Earlier days are those before the as-of day that the statistics hold
 * for the video. Rates of several days are sums divided, over the days that have both counts.
 */
public final class DailyTrend extends DailyCells {
    private static final int DAYS = 7;

    private static final String NO_TWO_DAYS = "fewer than two earlier days, or nothing to divide by";
    private static final String NO_EARLIER_DAY = "no earlier day, or nothing to divide by";

    private static final List<FeatureColumn> COLUMNS = List.of(
            FeatureColumn.numeric("daily_play_per_show_change", "1", NO_TWO_DAYS),
            FeatureColumn.numeric("daily_completion_change", "1", NO_TWO_DAYS),
            FeatureColumn.numeric("daily_log_shows_change", "ln((1 + shows) / (1 + shows before))", NO_TWO_DAYS),
            FeatureColumn.numeric("daily_play_per_show_7d", "1", NO_EARLIER_DAY),
            FeatureColumn.numeric("daily_completion_7d", "1", NO_EARLIER_DAY),
            FeatureColumn.numeric("daily_log_shows_7d", "ln(1 + mean shows a day)", NO_EARLIER_DAY));

    private final DailyStats stats;

    private DailyTrend(DailyStats stats, int itemCount) {
        super(FeatureRequests::item, itemCount, COLUMNS);
        this.stats = stats;
    }

    /** {@code daily-trend}. */
    public record Config() implements FeatureGroupConfig {
        @Override
        public String name() {
            return "daily-trend";
        }

        @Override
        public boolean splitsByUser() {
            return true;
        }

        @Override
        public Set<SideData> uses() {
            return Set.of(SideData.DAILY_STATISTICS);
        }

        @Override
        public FeatureGroup create(GroupContext context) {
            return new DailyTrend(
                    context.tables().dailyStats(), context.tables().itemCount());
        }
    }

    @Override
    protected void write(int item, int asOfDay, float[] cells, int at) {
        int latest = stats.latestBefore(item, asOfDay);
        int before = latest == DailyStats.NONE ? DailyStats.NONE : stats.latestBefore(item, stats.day(latest));
        cells[at] = rate(latest, PLAY_CNT, SHOW_CNT) - rate(before, PLAY_CNT, SHOW_CNT);
        cells[at + 1] = rate(latest, COMPLETE_PLAY_CNT, PLAY_CNT) - rate(before, COMPLETE_PLAY_CNT, PLAY_CNT);
        cells[at + 2] = (float) (StrictMath.log1p(value(latest, SHOW_CNT)) - StrictMath.log1p(value(before, SHOW_CNT)));
        cells[at + 3] = rateOfDays(item, latest, PLAY_CNT, SHOW_CNT);
        cells[at + 4] = rateOfDays(item, latest, COMPLETE_PLAY_CNT, PLAY_CNT);
        cells[at + 5] = (float) StrictMath.log1p(meanOfDays(item, latest, SHOW_CNT));
    }

    private float value(int found, DailyStat stat) {
        return found == DailyStats.NONE ? Float.NaN : stats.value(found, stat);
    }

    private float rate(int found, DailyStat numerator, DailyStat denominator) {
        return DailyRates.ratio(value(found, numerator), value(found, denominator));
    }

    private float rateOfDays(int item, int latest, DailyStat numerator, DailyStat denominator) {
        double over = 0;
        double under = 0;
        int found = latest;
        for (int back = 0; back < DAYS && found != DailyStats.NONE; back++) {
            float a = stats.value(found, numerator);
            float b = stats.value(found, denominator);
            if (!Float.isNaN(a) && !Float.isNaN(b)) {
                over += a;
                under += b;
            }
            found = stats.latestBefore(item, stats.day(found));
        }
        return under > 0 ? (float) (over / under) : Float.NaN;
    }

    private double meanOfDays(int item, int latest, DailyStat stat) {
        double sum = 0;
        int count = 0;
        int found = latest;
        for (int back = 0; back < DAYS && found != DailyStats.NONE; back++) {
            float value = stats.value(found, stat);
            if (!Float.isNaN(value)) {
                sum += value;
                count++;
            }
            found = stats.latestBefore(item, stats.day(found));
        }
        return count > 0 ? sum / count : Double.NaN;
    }
}
