package dev.linger.pipeline.reranking;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.linger.data.InteractionLog;
import dev.linger.data.Workers;
import dev.linger.features.FeatureRows;
import dev.linger.pipeline.experiment.Scene;
import dev.linger.ranker.Ranker;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class ConstantsTest {
    /** Cut down to 2, the ratios are .5, 2, 1 and .5. */
    private static final InteractionLog TRAINING = new Scene()
            .play(0, 0, 0.5, 0, 8)
            .play(0, 1, 9, 0, 9)
            .play(1, 0, 1, 0, 10)
            .play(1, 2, 0.5, 0, 11)
            .log();

    private static final Map<String, Ranker> BY_NAME = Constants.fit(TRAINING, 2, Workers.ofCaller()).stream()
            .collect(Collectors.toMap(Ranker::name, Function.identity()));

    @Test
    void there_is_one_constant_a_statistic() {
        assertEquals(
                List.of(
                        "global mean",
                        "global median",
                        "user mean",
                        "item mean",
                        "item median",
                        "shrunk item median",
                        "shrunk item median and user offset"),
                Constants.fit(TRAINING, 2, Workers.ofCaller()).stream()
                        .map(Ranker::name)
                        .toList());
    }

    @Test
    void statistics_are_of_capped_ratios() {
        assertArrayEquals(new double[] {1, 1}, predict("global mean")); // (.5 + 2 + 1 + .5) / 4
        assertArrayEquals(new double[] {0.75, 0.75}, predict("global median")); // .5 .5 1 2: (.5 + 1) / 2
    }

    @Test
    void means_of_a_user_and_of_an_item_fall_back_to_the_mean_of_all() {
        assertArrayEquals(new double[] {1.25, 1}, predict("user mean")); // (.5 + 2) / 2, user 7 has no play
        assertArrayEquals(new double[] {0.75, 1}, predict("item mean")); // (.5 + 1) / 2, item 7 has no play
    }

    @Test
    void medians_of_an_item_are_pulled_to_the_median_of_all_and_a_user_is_so_far_above_or_below_them() {
        // Median of all .75. Item 0 has .5 and 1: .75; item 7 has no play. So has its shrunk median: (2 * .75 + 20 *
        // .75) / 22.
        assertArrayEquals(new double[] {0.75, 0.75}, predict("item median"));
        assertArrayEquals(new double[] {0.75, 0.75}, predict("shrunk item median"), 1e-12);
        // Item 1: (1 * 2 + 20 * .75) / 21 = 17/21. User 0: .5 - .75 and 2 - 17/21, 2 of 22 of their mean.
        double offset = (-0.25 + 2 - 17.0 / 21) / 2 * 2 / 22;
        assertArrayEquals(new double[] {0.75 + offset, 0.75}, predict("shrunk item median and user offset"), 1e-7);
    }

    /** Predictions for user 0 with item 0, and for user 7 with item 7. */
    private static double[] predict(String name) {
        double[] scores = new double[2];
        BY_NAME.get(name).score(new FeatureRows(List.of(), new int[] {0, 7}, new int[] {0, 7}, new float[0]), scores);
        return scores;
    }
}
