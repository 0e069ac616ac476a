package dev.linger.data.duration;

import dev.linger.data.InteractionLog;
import dev.linger.data.RankedValues;
import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * Buckets of durations with about the same number of plays in each. The first reaches down to 0 and the last one up
 * without end, so every duration falls into one.
 *
 * @param startMillis shortest duration of each bucket, strictly rising, the first 0
 */
public record DurationBuckets(int[] startMillis) {
    public DurationBuckets {
        if (startMillis.length == 0 || startMillis[0] != 0) {
            throw new IllegalArgumentException(
                    "the first bucket must start at 0 ms but they start at " + Arrays.toString(startMillis));
        }
        for (int bucket = 1; bucket < startMillis.length; bucket++) {
            if (startMillis[bucket] <= startMillis[bucket - 1]) {
                throw new IllegalArgumentException(
                        "buckets must start at rising durations but start at " + Arrays.toString(startMillis));
            }
        }
    }

    /** One bucket for all durations. */
    public static DurationBuckets one() {
        return new DurationBuckets(new int[] {0});
    }

    /**
     * Quantile buckets of the n plays: with their durations sorted as d[0..n-1], bucket b starts at d[b n / count].
     * Starts that repeat are one bucket, so there may be fewer than asked for.
     *
     * @param plays at least one
     * @param count at least 1
     */
    public static DurationBuckets of(InteractionLog plays, int count) {
        if (plays.size() == 0 || count < 1) {
            throw new IllegalArgumentException(plays.size() + " plays do not make " + count + " buckets");
        }
        double[] durations = new double[plays.size()];
        Arrays.setAll(durations, plays::durationMillis);
        double[] starts = RankedValues.of(
                durations,
                Arrays.stream(startPlaces(plays.size(), count))
                        .mapToInt(Math::toIntExact)
                        .toArray());
        return startingAt(Arrays.stream(starts).mapToInt(start -> (int) start).toArray());
    }

    /** Of so many plays, sorted by duration, the places of those at whose durations quantile buckets start. */
    public static long[] startPlaces(long plays, int count) {
        // More buckets than plays start at every duration, as one for each play does.
        long most = Math.min(count, plays);
        return LongStream.range(0, most).map(bucket -> bucket * plays / most).toArray();
    }

    /** The buckets that start at these durations, which never fall; the first reaches down to 0. */
    public static DurationBuckets startingAt(int[] starts) {
        int[] rising = Arrays.stream(starts).distinct().toArray();
        rising[0] = 0;
        return new DurationBuckets(rising);
    }

    /** The number of buckets. */
    public int count() {
        return startMillis.length;
    }

    /**
     * The bucket of a duration: the last one that starts at or below it.
     *
     * @param durationMillis at least 0
     */
    public int of(double durationMillis) {
        if (!(durationMillis >= 0)) {
            throw new IllegalArgumentException("duration must be >= 0 ms but was " + durationMillis);
        }
        int low = 0;
        int high = startMillis.length;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (startMillis[middle] <= durationMillis) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The watch ratios of the plays in each bucket, ascending. */
    public double[][] sortedRatios(InteractionLog plays) {
        double[][] ratios = ratios(plays);
        for (double[] bucket : ratios) {
            Arrays.sort(bucket);
        }
        return ratios;
    }

    /** The watch ratios of the plays in each bucket. */
    public double[][] ratios(InteractionLog plays) {
        int[] sizes = new int[count()];
        int[] bucketOf = new int[plays.size()];
        for (int row = 0; row < bucketOf.length; row++) {
            bucketOf[row] = of(plays.durationMillis(row));
            sizes[bucketOf[row]]++;
        }
        double[][] ratios = new double[count()][];
        Arrays.setAll(ratios, bucket -> new double[sizes[bucket]]);
        for (int row = 0; row < bucketOf.length; row++) {
            int bucket = bucketOf[row];
            ratios[bucket][--sizes[bucket]] = plays.watchRatio(row);
        }
        return ratios;
    }
}
