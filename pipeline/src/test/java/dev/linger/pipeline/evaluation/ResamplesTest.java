package dev.linger.pipeline.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.linger.data.Seed;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResamplesTest {
    private static final Seed SEED = new Seed(9);

    /** Counts that are kept and that are too many. */
    @ParameterizedTest
    @CsvSource({"40, 7, 1000", "41, 7, 1000", "43, 1, 1000", "42, 30, 1000", "40, 26, 1039"})
    void sums_are_those_of_draws_one_by_one(int count, int users, long mostKept) {
        double[] values = new Seed(2).stream("values").doubles(users, -1, 1).toArray();
        Resamples resamples = new Resamples(count, users, SEED, mostKept);
        double[] expected = oneByOne(values, count);
        assertArrayEquals(expected, resamples.sums(values), 1e-12);
        assertArrayEquals(expected, resamples.sums(values), 1e-12);
    }

    private static double[] oneByOne(double[] values, int count) {
        SplittableRandom random = SEED.stream("paired-bootstrap");
        double[] sums = new double[count];
        for (int resample = 0; resample < count; resample++) {
            double sum = 0;
            for (int draw = 0; draw < values.length; draw++) {
                sum += values[random.nextInt(values.length)];
            }
            sums[resample] = sum;
        }
        return sums;
    }
}
