package dev.linger.data.duration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.linger.data.InteractionLog;
import dev.linger.data.InteractionLogBuilder;
import java.time.ZoneOffset;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WatchQuantilesTest {
    /** Plays as (play ms, duration ms). */
    private static InteractionLog plays(int[]... rows) {
        InteractionLogBuilder log = new InteractionLogBuilder(ZoneOffset.UTC, rows.length);
        for (int row = 0; row < rows.length; row++) {
            log.add(0, row, rows[row][0], rows[row][1], row);
        }
        return log.build();
    }

    @Test
    void a_ratio_is_compared_with_the_plays_of_about_its_length() {
        // Ratios .1 .2 .2 .4 at 10 s and .01 .02 .03 .04 at 20 s.
        WatchQuantiles quantiles = WatchQuantiles.fit(
                plays(
                        new int[] {1_000, 10_000},
                        new int[] {2_000, 10_000},
                        new int[] {2_000, 10_000},
                        new int[] {4_000, 10_000},
                        new int[] {200, 20_000},
                        new int[] {400, 20_000},
                        new int[] {600, 20_000},
                        new int[] {800, 20_000}),
                2);
        assertEquals(0.5 / 4, quantiles.of(10_000, 0.1), "none below, one the same");
        assertEquals((1 + 2 / 2.0) / 4, quantiles.of(10_000, 0.2), "one below, two the same");
        assertEquals(0.75, quantiles.of(10_000, 0.3), "three below");
        assertEquals(1, quantiles.of(20_000, 0.3));
        assertEquals(0, quantiles.of(20_000, 0));
        assertEquals(4, quantiles.place(10_000, 0.2), "one below, which counts twice, and two the same");
        assertEquals(0.5, quantiles.ofPlace(10_000, 4));
    }

    @Test
    void any_duration_has_a_bucket() {
        DurationBuckets buckets =
                DurationBuckets.of(plays(new int[] {1, 5_000}, new int[] {1, 7_000}, new int[] {1, 9_000}), 3);
        assertArrayEquals(new int[] {0, 7_000, 9_000}, buckets.startMillis());
        assertEquals(0, buckets.of(0));
        assertEquals(0, buckets.of(6_999.5));
        assertEquals(2, buckets.of(1e9));
        assertThrows(IllegalArgumentException.class, () -> buckets.of(Double.NaN));
    }

    @Test
    void quantiles_of_the_plays_fitted_to_have_a_mean_of_one_half_in_each_bucket() {
        SplittableRandom random = new SplittableRandom(5);
        int[][] rows = new int[2_000][];
        for (int row = 0; row < rows.length; row++) {
            int duration = 1_000 * (1 + random.nextInt(30));
            rows[row] = new int[] {random.nextInt(4) == 0 ? 0 : random.nextInt(2 * duration), duration};
        }
        InteractionLog log = plays(rows);
        WatchQuantiles quantiles = WatchQuantiles.fit(log, 7);
        double[] sum = new double[quantiles.buckets().count()];
        int[] count = new int[sum.length];
        for (int row = 0; row < log.size(); row++) {
            int bucket = quantiles.buckets().of(log.durationMillis(row));
            sum[bucket] += quantiles.of(log.durationMillis(row), log.watchRatio(row));
            count[bucket]++;
        }
        for (int bucket = 0; bucket < sum.length; bucket++) {
            assertEquals(0.5, sum[bucket] / count[bucket], 1e-12);
        }
    }

    /** Steps are 1/1024 of a ratio up to 4: ratios within one, on their edges, in the last one, and ties everywhere. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_quantile_equals_one_counted_from_all_plays_of_the_bucket(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[][] rows = new int[400][];
        for (int row = 0; row < rows.length; row++) {
            int duration = 1_024 * (1 + random.nextInt(3));
            int[] play = {0, duration, duration * 4, random.nextInt(duration), duration * (1 + random.nextInt(900))};
            rows[row] = new int[] {play[random.nextInt(play.length)], duration};
        }
        WatchQuantiles quantiles = WatchQuantiles.fit(plays(rows), 3);
        for (int[] row : rows) {
            for (double ratio : new double[] {
                (double) row[0] / row[1], row[0] / 1_024. / row[1], random.nextDouble(5), 0, 4, -1, 1e12, Double.NaN
            }) {
                int bucket = quantiles.buckets().of(row[1]);
                double below = 0;
                double count = 0;
                for (int[] other : rows) {
                    if (quantiles.buckets().of(other[1]) == bucket) {
                        double with = (double) other[0] / other[1];
                        below += with < ratio ? 1 : with == ratio ? .5 : 0;
                        count++;
                    }
                }
                assertEquals(below / count, quantiles.of(row[1], ratio), 1e-12);
            }
        }
    }
}
