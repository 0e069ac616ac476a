package dev.linger.pipeline.evaluation;

import dev.linger.data.Seed;
import dev.linger.data.Workers;
import dev.linger.pipeline.evaluation.listwise.ListMetric;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

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

    private final PairedBootstrap ofUsers;
    private final Seed seed;
    private final Judgments judgments;
    private @Nullable Draws draws;

    /** @param ofUsers whose resamples are of as many */
    TwoWayBootstrap(PairedBootstrap ofUsers, Seed seed, Judgments judgments) {
        this.ofUsers = ofUsers;
        this.seed = seed;
        this.judgments = judgments;
    }

    /** That of as many resamples of the users alone. */
    PairedBootstrap ofUsers() {
        return ofUsers;
    }

    /** Draws what comparisons of systems by the judgments need, resamples of users beside those of users and videos. */
    void draw(Workers workers) {
        workers.forBlocks(2, 1, (from, to) -> {
            if (from == 0) {
                draws();
            } else {
                ofUsers.draw(judgments.userCount());
            }
        });
    }

    /** What was drawn, when it is first asked for: 1,000 bytes a user and a video for 1,000 resamples. */
    private synchronized Draws draws() {
        Draws known = draws;
        if (known == null) {
            known = new Draws(ofUsers.resamples(), judgments, seed.stream("two-way-bootstrap"));
            draws = known;
        }
        return known;
    }

    /** How often each user and each video was drawn, and what the shares of relevant videos then sum up to. */
    private static final class Draws {
        private final int resamples;
        private final byte[][] timesOfUsers;
        private final byte[][] timesOfItems;
        private final int[] items;
        private final double[] relevant;

        private Draws(int resamples, Judgments judgments, SplittableRandom random) {
            this.resamples = resamples;
            int[] users = judgments.users();
            this.items = IntStream.of(users)
                    .flatMap(user -> IntStream.of(judgments.relevant(user)))
                    .sorted()
                    .distinct()
                    .toArray();
            this.timesOfUsers = DrawnTimes.all(resamples, users.length, random);
            this.timesOfItems = DrawnTimes.all(resamples, items.length, random);
            this.relevant = new double[resamples];
            for (int user = 0; user < users.length; user++) {
                int[] own = judgments.relevant(users[user]);
                for (int item : own) {
                    add(user, item, 1.0 / own.length, relevant);
                }
            }
        }

        private void add(int user, int item, double value, double[] sums) {
            byte[] ofUser = timesOfUsers[user];
            byte[] ofItem = timesOfItems[Arrays.binarySearch(items, item)];
            for (int resample = 0; resample < resamples; resample++) {
                sums[resample] += value * ofUser[resample] * ofItem[resample];
            }
        }

        private double[] means(ListMetrics system, ListMetric metric) {
            double[] sums = new double[resamples];
            if (!metric.addsUp() || timesOfUsers.length == 0) {
                Arrays.fill(sums, Double.NaN);
                return sums;
            }
            system.forEachHit(metric, (user, item, added) -> add(user, item, added, sums));
            for (int resample = 0; resample < resamples; resample++) {
                sums[resample] = relevant[resample] == 0 ? 0 : sums[resample] / relevant[resample];
            }
            return sums;
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
    double[] means(ListMetrics system, ListMetric metric) {
        return draws().means(system, metric);
    }

    /** Compares two systems that were measured by the judgments. */
    public Interval compare(ListMetrics system, ListMetrics reference, ListMetric metric) {
        double[] means = system.means(metric, this);
        double[] others = reference.means(metric, this);
        double[] differences = new double[means.length];
        Arrays.setAll(differences, resample -> means[resample] - others[resample]);
        Arrays.sort(differences);
        int cutOff = (int) (TAIL * differences.length);
        return new Interval(differences[cutOff], differences[differences.length - 1 - cutOff]);
    }
}
