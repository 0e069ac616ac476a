package dev.linger.pipeline.evaluation;

import dev.linger.data.Seed;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** How often each user is drawn in each resample, drawn once for many comparisons; again each time where it would fill the memory. */
final class Resamples {
    private final int count;
    private final int users;
    private final Seed seed;

    /** {@code [user][resample]}. */
    private final byte @Nullable [][] kept;

    /** @param mostKept cells of users and resamples that may be kept */
    Resamples(int count, int users, Seed seed, long mostKept) {
        this.count = count;
        this.users = users;
        this.seed = seed;
        this.kept = (long) count * users > mostKept ? null : DrawnTimes.all(count, users, stream());
    }

    int users() {
        return users;
    }

    /** The sum of the values of the users of each resample, in the order of users; most values may be 0. */
    double[] sums(double[] values) {
        double[] sums = new double[count];
        if (kept == null) {
            SplittableRandom random = stream();
            for (int resample = 0; resample < count; resample++) {
                sums[resample] = sum(values, DrawnTimes.draw(users, random));
            }
        } else {
            for (int user = 0; user < users; user++) {
                add(values[user], kept[user], sums);
            }
        }
        return sums;
    }

    private static void add(double value, byte[] times, double[] sums) {
        if (value != 0) {
            for (int resample = 0; resample < sums.length; resample++) {
                sums[resample] += value * times[resample];
            }
        }
    }

    private static double sum(double[] values, int[] times) {
        double sum = 0;
        for (int user = 0; user < values.length; user++) {
            if (values[user] != 0) {
                sum += values[user] * times[user];
            }
        }
        return sum;
    }

    private SplittableRandom stream() {
        return seed.stream("paired-bootstrap");
    }
}
