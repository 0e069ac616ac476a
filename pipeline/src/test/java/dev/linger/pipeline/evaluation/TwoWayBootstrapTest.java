package dev.linger.pipeline.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.InteractionLog;
import dev.linger.data.RankedList;
import dev.linger.data.Seed;
import dev.linger.pipeline.evaluation.listwise.ListMetric;
import dev.linger.pipeline.evaluation.listwise.Ndcg;
import dev.linger.pipeline.evaluation.listwise.Precision;
import dev.linger.pipeline.evaluation.listwise.Recall;
import dev.linger.pipeline.evaluation.listwise.ReciprocalRank;
import dev.linger.pipeline.experiment.Scene;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TwoWayBootstrapTest {
    private static final int USERS = 30;
    private static final int ITEMS = 20;
    private static final int RESAMPLES = 80;
    private static final Seed SEED = new Seed(7);

    private final Judgments judgments =
            judgments(Scene.randomLog(3, USERS, ITEMS, 400, 3), new RelevanceRule.RatioAbove(1.2, false));
    private final List<RankedList> lists = Scene.randomLists(1, USERS, ITEMS);
    private final List<RankedList> others = Scene.randomLists(2, USERS, ITEMS);

    @Test
    void an_interval_equals_that_of_a_slow_twin() {
        for (ListMetric metric : List.of(new Ndcg(10), new Recall(5), new Precision(3))) {
            TwoWayBootstrap.Interval found = new PairedBootstrap(RESAMPLES, SEED)
                    .twoWay(judgments)
                    .compare(measured(lists, metric), measured(others, metric), metric);
            double[] slow = slow(metric);
            assertEquals(slow[2], found.low(), 1e-6, metric.name());
            assertEquals(slow[RESAMPLES - 3], found.high(), 1e-6, metric.name());
            assertTrue(found.low() < found.high());
        }
    }

    @Test
    void a_metric_that_is_no_sum_over_items_has_none() {
        ListMetric metric = new ReciprocalRank(10);
        TwoWayBootstrap.Interval none = new PairedBootstrap(RESAMPLES, SEED)
                .twoWay(judgments)
                .compare(measured(lists, metric), measured(others, metric), metric);
        assertTrue(Double.isNaN(none.low()) && Double.isNaN(none.high()));
    }

    @Test
    void where_one_hot_video_makes_all_the_difference_it_is_wide_though_every_user_agrees() {
        Scene scene = new Scene();
        List<RankedList> hot = new ArrayList<>();
        List<RankedList> cold = new ArrayList<>();
        for (int user = 0; user < 200; user++) {
            scene.play(user, 0, 2, 0, 8).play(user, 1 + user % 40, 2, 0, 9);
            hot.add(new RankedList(user, new int[] {0}, new double[] {1}));
            cold.add(new RankedList(user, new int[] {50}, new double[] {1}));
        }
        Judgments all = judgments(scene.log(), new RelevanceRule.RatioAbove(1, false));
        ListMetric recall = new Recall(1);
        PairedBootstrap users = new PairedBootstrap(400, SEED);
        PairedBootstrap.Difference narrow = users.compare(values(all, hot, recall), values(all, cold, recall));
        TwoWayBootstrap.Interval wide = users.twoWay(all)
                .compare(ListMetrics.of(all, hot, List.of(recall)), ListMetrics.of(all, cold, List.of(recall)), recall);
        assertEquals(0.5, narrow.mean());
        assertEquals(0, narrow.high() - narrow.low(), 1e-12);
        assertEquals(0, wide.low(), 1e-12);
        assertTrue(wide.high() > 0.6, wide::toString);
    }

    private static double[] values(Judgments judgments, List<RankedList> lists, ListMetric metric) {
        return ListMetrics.of(judgments, lists, List.of(metric)).values(metric);
    }

    private ListMetrics measured(List<RankedList> some, ListMetric metric) {
        return ListMetrics.of(judgments, some, List.of(metric));
    }

    private static Judgments judgments(InteractionLog log, RelevanceRule rule) {
        return Judgments.of(log, rule.fit(log), 0.2);
    }

    /** The differences of all resamples, ascending: draws users and items one by one and goes through every pair. */
    private double[] slow(ListMetric metric) {
        int[] users = judgments.users();
        int[] items = IntStream.of(users)
                .flatMap(user -> IntStream.of(judgments.relevant(user)))
                .distinct()
                .sorted()
                .toArray();
        SplittableRandom random = SEED.stream("two-way-bootstrap");
        int[][] ofUsers = drawn(users.length, random);
        int[][] ofItems = drawn(items.length, random);
        double[] differences = new double[RESAMPLES];
        for (int resample = 0; resample < RESAMPLES; resample++) {
            double above = 0;
            double below = 0;
            for (int user = 0; user < users.length; user++) {
                int[] relevant = judgments.relevant(users[user]);
                for (int item = 0; item < items.length; item++) {
                    if (Arrays.binarySearch(relevant, items[item]) < 0) {
                        continue;
                    }
                    double weight = ofUsers[resample][user] * ofItems[resample][item];
                    above += weight
                            * (added(lists, users[user], items[item], relevant.length, metric)
                                    - added(others, users[user], items[item], relevant.length, metric));
                    below += weight / relevant.length;
                }
            }
            differences[resample] = above / below;
        }
        Arrays.sort(differences);
        return differences;
    }

    private static int[][] drawn(int count, SplittableRandom random) {
        int[][] drawn = new int[RESAMPLES][count];
        for (int[] ofResample : drawn) {
            for (int draw = 0; draw < count; draw++) {
                ofResample[random.nextInt(count)]++;
            }
        }
        return drawn;
    }

    private static double added(List<RankedList> lists, int user, int item, int relevantCount, ListMetric metric) {
        int[] list = lists.get(user).items();
        boolean[] alone = new boolean[list.length];
        for (int position = 0; position < list.length; position++) {
            alone[position] = list[position] == item;
        }
        return metric.of(alone, relevantCount);
    }
}
