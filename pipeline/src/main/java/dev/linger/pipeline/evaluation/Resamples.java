package dev.linger.pipeline.evaluation;

import dev.linger.data.Seed;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** The users of each resample, drawn once for many comparisons; drawn again each time where they would fill the memory. */
final class Resamples {
    /** Resamples that are summed side by side, because each addition to a sum waits for the one before. */
    private static final int BATCH = 4;

    private final int count;
    private final int users;
    private final Seed seed;

    /** For each batch the users drawn first in each of its resamples, those drawn second, ... */
    private final int @Nullable [][] kept;

    /** @param mostKept draws that may be kept */
    Resamples(int count, int users, Seed seed, long mostKept) {
        this.count = count;
        this.users = users;
        this.seed = seed;
        this.kept = (long) count * users > mostKept ? null : drawAll();
    }

    int users() {
        return users;
    }

    /** The mean of the values of the users of each resample, summed in the order of the draws. */
    double[] means(double[] values) {
        SplittableRandom random = stream();
        double[] means = new double[count];
        for (int from = 0; from < count; from += BATCH) {
            double[] sums = sums(values, kept == null ? draw(random, from) : kept[from / BATCH]);
            for (int at = from; at < Math.min(from + BATCH, count); at++) {
                means[at] = sums[at - from] / users;
            }
        }
        return means;
    }

    private static double[] sums(double[] values, int[] drawn) {
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        for (int at = 0; at < drawn.length; at += BATCH) {
            first += values[drawn[at]];
            second += values[drawn[at + 1]];
            third += values[drawn[at + 2]];
            fourth += values[drawn[at + 3]];
        }
        return new double[] {first, second, third, fourth};
    }

    private int[][] drawAll() {
        SplittableRandom random = stream();
        int[][] all = new int[(count + BATCH - 1) / BATCH][];
        for (int batch = 0; batch < all.length; batch++) {
            all[batch] = draw(random, batch * BATCH);
        }
        return all;
    }

    /** The batch that begins with a resample; where the resamples end before it does, its other sums mean nothing. */
    private int[] draw(SplittableRandom random, int from) {
        int[] drawn = new int[BATCH * users];
        for (int resample = 0; resample < Math.min(BATCH, count - from); resample++) {
            for (int draw = 0; draw < users; draw++) {
                drawn[draw * BATCH + resample] = random.nextInt(users);
            }
        }
        return drawn;
    }

    private SplittableRandom stream() {
        return seed.stream("paired-bootstrap");
    }
}
