package dev.linger.data;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Random variates that are the same on every machine and Java version: only {@code nextLong} of the source is used, since
 * the library's own {@code nextGaussian} and bounded draws may change with the release, and only {@link StrictMath}.
 */
public final class Draws {
    private static final double LARGE_MEAN = 30;

    private final SplittableRandom source;
    private double spareGaussian;
    private boolean hasSpareGaussian;

    public Draws(SplittableRandom source) {
        this.source = source;
    }

    /** Uniform in [0, 1). */
    public double uniform() {
        return (source.nextLong() >>> 11) * 0x1.0p-53;
    }

    /** Uniform in {@code 0..bound-1}. */
    public int below(int bound) {
        return (int) (uniform() * bound);
    }

    public boolean chance(double probability) {
        return uniform() < probability;
    }

    /** Standard normal, by the polar method (Marsaglia and Bray, SIAM Review 1964). */
    public double gaussian() {
        if (hasSpareGaussian) {
            hasSpareGaussian = false;
            return spareGaussian;
        }
        double x;
        double y;
        double square;
        do {
            x = 2 * uniform() - 1;
            y = 2 * uniform() - 1;
            square = x * x + y * y;
        } while (square >= 1 || square == 0);
        double scale = StrictMath.sqrt(-2 * StrictMath.log(square) / square);
        spareGaussian = y * scale;
        hasSpareGaussian = true;
        return x * scale;
    }

    /** Log-normal: exp(spread * z). Its median is 1. */
    public double factor(double spread) {
        return StrictMath.exp(spread * gaussian());
    }

    /** Beta with mean a / (a + b), by two gammas. Both above 0. */
    public double beta(double a, double b) {
        double one = gamma(a);
        return one / (one + gamma(b));
    }

    /** Gamma of this shape and scale 1, by Marsaglia and Tsang (ACM TOMS 2000); below shape 1 by their note on it. */
    private double gamma(double shape) {
        if (shape < 1) {
            return gamma(shape + 1) * StrictMath.pow(1 - uniform(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / StrictMath.sqrt(9 * d);
        double x;
        double v;
        do {
            x = gaussian();
            v = 1 + c * x;
            v = v * v * v;
        } while (v <= 0 || StrictMath.log(1 - uniform()) >= 0.5 * x * x + d - d * v + d * StrictMath.log(v));
        return d * v;
    }

    /** Exponential with the given mean. */
    public double exponential(double mean) {
        return -mean * StrictMath.log(1 - uniform());
    }

    /** Poisson counts; from a mean of 30 on, the normal approximation. */
    public long count(double mean) {
        if (mean > LARGE_MEAN) {
            return Math.max(0, (long) StrictMath.rint(mean + StrictMath.sqrt(mean) * gaussian()));
        }
        double limit = StrictMath.exp(-mean);
        long count = 0;
        for (double product = uniform(); product > limit; product *= uniform()) {
            count++;
        }
        return count;
    }

    /** A position, weighted: {@code cumulative[p]} is the sum of the weights of the positions up to p. */
    public int weighted(double[] cumulative) {
        return weighted(cumulative, 0, cumulative.length);
    }

    /** A position in {@code from..to-1}, weighted as in {@link #weighted(double[])}. */
    public int weighted(double[] cumulative, int from, int to) {
        double before = from == 0 ? 0 : cumulative[from - 1];
        double target = before + uniform() * (cumulative[to - 1] - before);
        int low = from;
        int high = to - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cumulative[middle] > target) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** So many distinct numbers of {@code from}, ascending. */
    public int[] sample(int[] from, int count) {
        int[] shuffled = from.clone();
        for (int at = 0; at < count; at++) {
            int other = at + below(shuffled.length - at);
            int swap = shuffled[at];
            shuffled[at] = shuffled[other];
            shuffled[other] = swap;
        }
        int[] sample = Arrays.copyOf(shuffled, count);
        Arrays.sort(sample);
        return sample;
    }

    /** The running sums of the weights. */
    public static double[] cumulative(double[] weights) {
        double[] cumulative = weights.clone();
        for (int at = 1; at < cumulative.length; at++) {
            cumulative[at] += cumulative[at - 1];
        }
        return cumulative;
    }
}
