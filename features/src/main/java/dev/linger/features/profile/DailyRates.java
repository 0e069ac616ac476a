package dev.linger.features.profile;

import static dev.linger.data.DailyStat.COMMENT_CNT;
import static dev.linger.data.DailyStat.COMPLETE_PLAY_CNT;
import static dev.linger.data.DailyStat.FOLLOW_CNT;
import static dev.linger.data.DailyStat.LIKE_CNT;
import static dev.linger.data.DailyStat.LONG_TIME_PLAY_CNT;
import static dev.linger.data.DailyStat.PLAY_CNT;
import static dev.linger.data.DailyStat.PLAY_DURATION;
import static dev.linger.data.DailyStat.PLAY_PROGRESS;
import static dev.linger.data.DailyStat.SHARE_CNT;
import static dev.linger.data.DailyStat.SHORT_TIME_PLAY_CNT;
import static dev.linger.data.DailyStat.SHOW_CNT;
import static dev.linger.data.DailyStat.VALID_PLAY_CNT;

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
import java.util.stream.Stream;

/**
 * Rates of the video on the latest day before the as-of day that the daily statistics hold. A row of the same day would
 * tell the future: it is a total of the whole day.
 */
public final class DailyRates extends DailyCells {
    private static final String NO_EARLIER_DAY = "no earlier day, or nothing to divide by";

    private static final List<Rate> RATES = List.of(
            new Rate("daily_play_per_show", PLAY_CNT, SHOW_CNT),
            new Rate("daily_like_per_play", LIKE_CNT, PLAY_CNT),
            new Rate("daily_completion", COMPLETE_PLAY_CNT, PLAY_CNT),
            new Rate("daily_valid_play_rate", VALID_PLAY_CNT, PLAY_CNT),
            new Rate("daily_long_play_rate", LONG_TIME_PLAY_CNT, PLAY_CNT),
            new Rate("daily_short_play_rate", SHORT_TIME_PLAY_CNT, PLAY_CNT),
            new Rate("daily_comment_per_play", COMMENT_CNT, PLAY_CNT),
            new Rate("daily_share_per_play", SHARE_CNT, PLAY_CNT),
            new Rate("daily_follow_per_play", FOLLOW_CNT, PLAY_CNT));

    private static final List<FeatureColumn> COLUMNS = Stream.concat(
                    RATES.stream().map(rate -> FeatureColumn.numeric(rate.column(), "1", NO_EARLIER_DAY)),
                    Stream.of(
                            FeatureColumn.numeric("daily_play_millis", "ms", NO_EARLIER_DAY),
                            FeatureColumn.numeric("daily_play_progress", "1", NO_EARLIER_DAY),
                            FeatureColumn.numeric("daily_log_shows", "ln(1 + shows)", NO_EARLIER_DAY),
                            FeatureColumn.numeric("daily_stats_age_days", "days", "no earlier day")))
            .toList();

    private final DailyStats stats;

    private DailyRates(DailyStats stats, int itemCount) {
        super(FeatureRequests::item, itemCount, COLUMNS);
        this.stats = stats;
    }

    /** {@code daily-stats}. */
    public record Config() implements FeatureGroupConfig {
        @Override
        public String name() {
            return "daily-stats";
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
            return new DailyRates(
                    context.tables().dailyStats(), context.tables().itemCount());
        }
    }

    private record Rate(String column, DailyStat numerator, DailyStat denominator) {}

    @Override
    protected void write(int item, int asOfDay, float[] cells, int offset) {
        int found = stats.latestBefore(item, asOfDay);
        int at = offset;
        if (found == DailyStats.NONE) {
            while (at < offset + COLUMNS.size()) {
                cells[at++] = Float.NaN;
            }
            return;
        }
        for (Rate rate : RATES) {
            cells[at++] = ratio(stats.value(found, rate.numerator()), stats.value(found, rate.denominator()));
        }
        cells[at++] = ratio(stats.value(found, PLAY_DURATION), stats.value(found, PLAY_CNT));
        cells[at++] = stats.value(found, PLAY_PROGRESS);
        cells[at++] = (float) Math.log1p(stats.value(found, SHOW_CNT));
        cells[at] = asOfDay - stats.day(found);
    }

    static float ratio(float numerator, float denominator) {
        return denominator > 0 ? numerator / denominator : Float.NaN;
    }
}
