package dev.linger.data.duration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.linger.data.InteractionLog;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationBucketsTest {
    /** Few plays are sorted, many counted; more buckets than durations, and than plays. */
    @ParameterizedTest
    @CsvSource({"1, 4, 90000", "50, 7, 90000", "50, 60, 9", "40000, 20, 90000", "40000, 20, 12", "40000, 1, 90000"})
    void they_start_where_sorting_all_durations_puts_the_quantiles(int plays, int count, int longest) {
        InteractionLog log = log(plays, longest);
        int[] sorted =
                IntStream.range(0, plays).map(log::durationMillis).sorted().toArray();
        int most = Math.min(count, plays);
        int[] starts = IntStream.range(0, most)
                .map(bucket -> sorted[(int) ((long) bucket * plays / most)])
                .distinct()
                .toArray();
        starts[0] = 0;
        assertArrayEquals(starts, DurationBuckets.of(log, count).startMillis());
    }

    @ParameterizedTest
    @CsvSource({"50, 7", "40000, 20"})
    void each_ratio_is_in_the_bucket_of_its_duration(int plays, int count) {
        InteractionLog log = log(plays, 90_000);
        DurationBuckets buckets = DurationBuckets.of(log, count);
        double[][] ratios = buckets.sortedRatios(log);
        for (int bucket = 0; bucket < buckets.count(); bucket++) {
            int from = buckets.startMillis()[bucket];
            int to = bucket + 1 < buckets.count() ? buckets.startMillis()[bucket + 1] : Integer.MAX_VALUE;
            double[] expected = IntStream.range(0, plays)
                    .filter(row -> log.durationMillis(row) >= from && log.durationMillis(row) < to)
                    .mapToDouble(log::watchRatio)
                    .sorted()
                    .toArray();
            assertArrayEquals(expected, ratios[bucket]);
            double[] unsorted = buckets.ratios(log)[bucket];
            Arrays.sort(unsorted);
            assertArrayEquals(expected, unsorted);
        }
    }

    private static InteractionLog log(int plays, int longest) {
        SplittableRandom random = new SplittableRandom(plays + longest);
        int[] durations = random.ints(plays, 1, longest + 1).toArray();
        return InteractionLog.ofColumns(
                new int[plays],
                new int[plays],
                random.ints(plays, 0, 100_000).toArray(),
                durations,
                IntStream.range(0, plays).mapToLong(row -> row).toArray(),
                new int[plays]);
    }
}
