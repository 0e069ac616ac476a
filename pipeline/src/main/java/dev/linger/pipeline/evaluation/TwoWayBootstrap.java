package dev.linger.pipeline.evaluation;

import dev.linger.data.Seed;
import dev.linger.pipeline.evaluation.listwise.ListMetric;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The interval of the difference of two systems from resampling users and videos together: a few hot videos are shared by many
 * users, so an interval over users alone is too narrow.
 *
 * <p>With a_ui what the relevant video i adds to the metric of user u ({@link ListMetric#addsUp}), each resample draws as many
 * users and as many of the videos that are relevant to anybody as there are, with replacement; w_u and w_i say how often each
 * was drawn.
 *
 * <pre>
 * difference = sum over u, i of w_u w_i (a_ui - reference a_ui) / sum over u and i in R_u of w_u w_i / |R_u|
 * </pre>
 *
 * The interval is the 95 % percentile interval of these. All comparisons by the same judgments draw the same.
 *
 * <p>Source: Owen, The Pigeonhole Bootstrap, Annals of Applied Statistics 1(2), 2007.
 */
public final class TwoWayBootstrap {
    private static final double TAIL = 0.025;

    private final int resamples;
    private final float[][] userWeights;
    private final float[][] itemWeights;
    private final int[] items;
    private final double[] relevant;

    /** @param resamples as of {@link PairedBootstrap} */
    TwoWayBootstrap(int resamples, Seed seed, Judgments judgments) {
        this.resamples = resamples;
        int[] users = judgments.users();
        this.items = IntStream.of(users)
                .flatMap(user -> IntStream.of(judgments.relevant(user)))
                .sorted()
                .distinct()
                .toArray();
        SplittableRandom random = seed.stream("two-way-bootstrap");
        this.userWeights = weights(users.length, random);
        this.itemWeights = weights(items.length, random);
        this.relevant = new double[resamples];
        for (int user = 0; user < users.length; user++) {
            int[] own = judgments.relevant(users[user]);
            for (int item : own) {
                add(user, item, 1.0 / own.length, relevant);
            }
        }
    }

    /** How often each of so many is drawn in each resample, {@code [one][resample]}. */
    private float[][] weights(int count, SplittableRandom random) {
        float[][] weights = new float[count][resamples];
        DrawnTimes.forEach(resamples, count, random, (one, resample, times) -> weights[one][resample] = times);
        return weights;
    }

    private void add(int user, int item, double value, double[] sums) {
        float[] ofUser = userWeights[user];
        float[] ofItem = itemWeights[Arrays.binarySearch(items, item)];
        for (int resample = 0; resample < resamples; resample++) {
            sums[resample] += value * ofUser[resample] * ofItem[resample];
        }
    }

    /**
     * The ends of the interval of a system's advantage, NaN where it has none.
     *
     * @param low lower end
     * @param high upper end
     */
    public record Interval(double low, double high) {}

    /**
     * The mean of a system in each resample, with which it is compared to others; NaN where the metric does not add up or
     * nobody is counted.
     *
     * @param system measured by the judgments
     */
    public double[] means(ListMetrics system, ListMetric metric) {
        double[] sums = new double[resamples];
        if (!metric.addsUp() || userWeights.length == 0) {
            Arrays.fill(sums, Double.NaN);
            return sums;
        }
        system.forEachHit(metric, (user, item, added) -> add(user, item, added, sums));
        for (int resample = 0; resample < resamples; resample++) {
            sums[resample] = relevant[resample] == 0 ? 0 : sums[resample] / relevant[resample];
        }
        return sums;
    }

    /** Compares two systems by their {@link #means}. */
    public Interval compare(double[] system, double[] reference) {
        double[] differences = new double[resamples];
        Arrays.setAll(differences, resample -> system[resample] - reference[resample]);
        Arrays.sort(differences);
        int cutOff = (int) (TAIL * resamples);
        return new Interval(differences[cutOff], differences[resamples - 1 - cutOff]);
    }

    /** Compares two systems that were measured by the judgments. */
    public Interval compare(ListMetrics system, ListMetrics reference, ListMetric metric) {
        return compare(means(system, metric), means(reference, metric));
    }
}
