package dev.linger.candidates.content;

import static dev.linger.candidates.content.FreshVideosConfig.Watch.COMPLETE;
import static dev.linger.candidates.content.FreshVideosConfig.Watch.LONG;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.linger.candidates.SourceConfig;
import dev.linger.candidates.SourceContract;
import dev.linger.data.DailyStat;
import dev.linger.data.DailyStats;
import dev.linger.data.ItemTable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FreshVideosTest extends SourceContract {
    private static final double UNKNOWN = Double.NEGATIVE_INFINITY;
    private static final int DAY = 18_500;

    @Override
    protected SourceConfig config() {
        return new FreshVideosConfig(COMPLETE, 3, 1e4);
    }

    @Override
    protected String expectedName() {
        return "fresh-videos";
    }

    @Test
    void rates_of_the_latest_earlier_day_by_hand() {
        // Item 0 on two days before and on the day itself; item 1 the day before; item 2 on the day itself only.
        DailyStats daily = daily(
                3,
                new int[] {0, 0, 0, 1, 2},
                new int[] {DAY - 3, DAY - 2, DAY, DAY - 1, DAY},
                new float[] {900, 100, 900, 50, 900},
                new float[] {700, 10, 700, 30, 700},
                new float[] {600, 8, 600, 2, 600});
        double[] scores = new double[3];

        FreshVideos.of(
                        daily,
                        uploaded(new int[] {DAY - 4, DAY + 1, DAY - 1}),
                        DAY,
                        new FreshVideosConfig(COMPLETE, 5, 2))
                .score(0, scores);

        // share = (8 + 2) / (10 + 30); item 0 is two half-lives old; the upload of item 1 after its statistics is age 0
        assertArrayEquals(
                new double[] {
                    (8 + 5 * 0.25) / (10 + 5) * Math.log(101) * 0.25, (2 + 5 * 0.25) / (30 + 5) * Math.log(51), UNKNOWN
                },
                scores,
                1e-12);
    }

    @Test
    void nothing_is_known_where_a_count_or_the_day_of_upload_is_missing() {
        float[] counts = {5, 5, 5, 5};
        DailyStats daily = daily(
                4,
                new int[] {0, 1, 2, 3},
                new int[] {1, 1, 1, 1},
                new float[] {Float.NaN, 5, 5, 5},
                new float[] {5, Float.NaN, 5, 5},
                counts);
        double[] scores = new double[4];
        ItemTable items = uploaded(new int[] {1, 1, ItemTable.UNKNOWN_DAY, 1});

        FreshVideos.of(daily, items, 2, new FreshVideosConfig(COMPLETE, 5, Double.POSITIVE_INFINITY))
                .score(0, scores);
        assertArrayEquals(new double[] {UNKNOWN, UNKNOWN, UNKNOWN, Math.log(6)}, scores, 1e-12);

        FreshVideos.of(daily, items, 2, new FreshVideosConfig(LONG, 5, 1)).score(0, scores); // a column not there
        assertArrayEquals(new double[] {UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN}, scores);
    }

    @Test
    void settings_out_of_range_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> new FreshVideosConfig(COMPLETE, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new FreshVideosConfig(COMPLETE, 1, 0));
    }

    private static DailyStats daily(
            int itemCount, int[] items, int[] days, float[] shows, float[] plays, float[] complete) {
        return new DailyStats(
                itemCount,
                items,
                days,
                Map.of(
                        DailyStat.SHOW_CNT, shows,
                        DailyStat.PLAY_CNT, plays,
                        DailyStat.COMPLETE_PLAY_CNT, complete));
    }

    private static ItemTable uploaded(int[] days) {
        return new ItemTable(days, new float[days.length], List.of());
    }
}
