package dev.linger.ranker.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.linger.features.FeatureRows;
import dev.linger.ranker.Problems;
import dev.linger.ranker.Ranker;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlendTest {
    private static final double ROOT_THREE_HALVES = Math.sqrt(1.5);

    /** Scores the rows 0, 1, 2, ... */
    private static final Ranker BY_ROW = new Ranker() {
        @Override
        public String name() {
            return "by row";
        }

        @Override
        public boolean predictsWatchRatio() {
            return true;
        }

        @Override
        public void score(FeatureRows rows, double[] scores) {
            for (int row = 0; row < rows.size(); row++) {
                scores[row] = row;
            }
        }
    };

    @Test
    void both_scores_are_standardised_within_each_list() {
        // list 1: base 0 1 2, mean 1, sd sqrt(2/3): z = -sqrt(3/2), 0, sqrt(3/2); stage one 6 4 2: z the other way
        // round
        // list 2: base 3 4, mean 3.5, sd 0.5: z = -1, 1; stage one 5 5: sd 0, so zeros
        FeatureRows rows = Problems.stageOne(new int[] {1, 1, 1, 2, 2}, 6, 4, 2, 5, 5);
        double[] expected = {-0.75 * ROOT_THREE_HALVES, 0, 0.75 * ROOT_THREE_HALVES, -1, 1};
        assertArrayEquals(expected, Problems.scores(new BlendRanker(BY_ROW, 0.25, List.of()), rows), 1e-12);
    }

    @Test
    void a_missing_stage_one_score_is_the_lowest_of_the_list() {
        // base 0 1: z = -1, 1; stage one 3, missing, 1 becomes 3 1 1 with mean 5/3 and sd sqrt(8/9)
        FeatureRows rows = Problems.stageOne(new int[] {1, 1, 1}, 3, Float.NaN, 1);
        double high = (3 - 5.0 / 3) / Math.sqrt(8.0 / 9);
        double low = (1 - 5.0 / 3) / Math.sqrt(8.0 / 9);
        double[] expected = {-ROOT_THREE_HALVES + 2 * high, 2 * low, ROOT_THREE_HALVES + 2 * low};
        assertArrayEquals(expected, Problems.scores(new BlendRanker(BY_ROW, 2, List.of()), rows), 1e-12);
    }

    @Test
    void equal_scores_standardise_to_zero_even_where_their_mean_is_rounded() {
        FeatureRows rows = Problems.stageOne(new int[] {1, 1, 1}, 0.1f, 0.1f, 0.1f);
        double[] expected = {-ROOT_THREE_HALVES, 0, ROOT_THREE_HALVES};
        assertArrayEquals(expected, Problems.scores(new BlendRanker(BY_ROW, 1e6, List.of()), rows), 1e-12);
    }

    @Test
    void one_list_blends_as_it_does_among_others() {
        FeatureRows rows = Problems.stageOne(new int[] {1, 1, 1, 2, 2}, 3, Float.NaN, 1, 5, 7);
        BlendRanker blend = new BlendRanker(BY_ROW, 2, List.of());
        double[] all = Problems.scores(blend, rows);
        assertArrayEquals(
                Arrays.copyOfRange(all, 0, 3),
                blend.blend(new double[] {0, 1, 2}, new float[] {3, Float.NaN, 1}),
                1e-12);
        assertArrayEquals(all, BlendRanker.blend(rows, Problems.scores(BY_ROW, rows), 2));
    }

    @Test
    void the_best_weight_is_chosen_and_the_smallest_of_equal_ones() {
        BlendRanker chosen =
                BlendTrainer.choose(BY_ROW, List.of(0.4, 0.0, 0.2, 0.1), (base, weights) -> weights.stream()
                        .mapToDouble(weight -> weight >= 0.15 ? 0.7 : 0.3)
                        .toArray());
        assertEquals(0.2, chosen.weight());
        assertEquals(
                List.of(
                        new BlendTrial(0, 0.3),
                        new BlendTrial(0.1, 0.3),
                        new BlendTrial(0.2, 0.7),
                        new BlendTrial(0.4, 0.7)),
                chosen.trials());
        assertEquals("by row + 0.2 stage-one", chosen.name());
        assertFalse(chosen.predictsWatchRatio());
    }

    @Test
    void a_quality_that_is_not_a_number_is_refused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> BlendTrainer.choose(BY_ROW, List.of(0.5), (base, weights) -> new double[] {Double.NaN}));
    }
}
