package dev.linger.ranker.lightgbm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.Progress;
import dev.linger.data.Seed;
import dev.linger.ranker.Problems;
import dev.linger.ranker.TrainingSets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TrainingProgressTest {
    private static final int ROUNDS = 400;

    private final List<Long> earliestEnds = new ArrayList<>();
    private final List<Double> usual = new ArrayList<>();
    private long total;
    private long grown;

    @Test
    void a_training_that_may_stop_early_tells_where_and_stops_at_the_last_of_these() {
        train(8);
        assertEquals(ROUNDS, total);
        assertTrue(grown < ROUNDS, () -> grown + " trees");
        assertEquals(grown, earliestEnds.get(earliestEnds.size() - 1));
        assertEquals(earliestEnds.stream().sorted().toList(), earliestEnds);
        assertEquals(9, earliestEnds.get(0), "eight trees after the first");
        assertEquals(1, usual.size());
    }

    @Test
    void a_training_of_a_fixed_number_of_trees_tells_no_other_end() {
        train(0);
        assertEquals(List.of(), earliestEnds);
        assertEquals(ROUNDS, grown);
    }

    @Test
    void twice_the_rows_take_less_than_twice_the_time_and_threads_share_it() {
        LightGbmConfig config = Problems.trees("regression_l1", 10, 0, Map.of());
        double once = new TreeSpeed(10_000, 40, 1).perSecond(config);
        double twice = new TreeSpeed(20_000, 40, 1).perSecond(config);
        assertTrue(twice < once && once < 2 * twice, once + " and " + twice);
        assertEquals(2 * once, new TreeSpeed(10_000, 40, 2).perSecond(config), 1e-9);
    }

    private void train(int earlyStoppingRounds) {
        new LightGbmTrainer(new Seed(3), 1, this::started)
                .train(
                        Problems.trees("regression_l1", ROUNDS, earlyStoppingRounds, Map.of()),
                        TrainingSets.Rows.of(Problems.watching("fit", 500), Problems.watching("validation", 300)));
    }

    private Progress.Task started(String task, String unit, long count) {
        total = count;
        return new Progress.Task() {
            @Override
            public void advance(long amount) {
                grown += amount;
            }

            @Override
            public void mayEndAt(long least) {
                earliestEnds.add(least);
            }

            @Override
            public void usually(double perSecond) {
                usual.add(perSecond);
            }

            @Override
            public void close() {}
        };
    }
}
