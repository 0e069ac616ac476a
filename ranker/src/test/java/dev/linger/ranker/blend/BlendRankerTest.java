package dev.linger.ranker.blend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;

import dev.linger.data.Seed;
import dev.linger.features.FeatureRows;
import dev.linger.ranker.Problems;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlendRankerTest {
    private static final double ROOT_THREE_HALVES = Math.sqrt(1.5);

    @Test
    void every_part_is_standardised_within_each_list_and_weighed() {
        // list 1: ratio 0 1 2, mean 1, sd sqrt(2/3): z = -sqrt(3/2), 0, sqrt(3/2); stage one 6 4 2: z the other way
        // round
        // list 2: ratio 3 4, mean 3.5, sd 0.5: z = -1, 1; stage one 5 5: sd 0, so zeros
        FeatureRows rows = Problems.stageOne(new int[] {1, 1, 1, 2, 2}, 6, 4, 2, 5, 5);
        BlendRanker blend = Parts.blend(List.of(Parts.ratio(0, 1, 2, 3, 4)), 2, 0.5);
        double[] expected = {-1.5 * ROOT_THREE_HALVES, 0, 1.5 * ROOT_THREE_HALVES, -2, 2};
        assertArrayEquals(expected, Problems.scores(blend, rows), 1e-12);
    }

    @Test
    void chance_times_ratio_is_a_part_of_its_own() {
        // ratio 2 1, log-odds 0 and ln 3: P(relevant) x ratio is 1 and 3/4, z = 1, -1; z(ratio) = 1, -1; z(log-odds) =
        // -1,
        // 1;
        // stage one 1 2: z = -1, 1. Together 1 * z(ratio) + 2 * z(log-odds) + 4 * z(product) + 8 * z(stage one).
        FeatureRows rows = Problems.stageOne(new int[] {1, 1}, 1, 2);
        BlendRanker blend = Parts.blend(List.of(Parts.ratio(2, 1), Parts.logOdds(0, Math.log(3))), 1, 2, 4, 8);
        assertArrayEquals(new double[] {1 - 2 + 4 - 8, -1 + 2 - 4 + 8}, Problems.scores(blend, rows), 1e-12);
    }

    @Test
    void a_missing_stage_one_score_is_the_lowest_of_the_list() {
        // stage one 3, missing, 1 becomes 3 1 1 with mean 5/3 and sd sqrt(8/9)
        FeatureRows rows = Problems.stageOne(new int[] {1, 1, 1}, 3, Float.NaN, 1);
        double high = (3 - 5.0 / 3) / Math.sqrt(8.0 / 9);
        double low = (1 - 5.0 / 3) / Math.sqrt(8.0 / 9);
        double[] expected = {-ROOT_THREE_HALVES + 2 * high, 2 * low, ROOT_THREE_HALVES + 2 * low};
        assertArrayEquals(expected, Problems.scores(Parts.blend(List.of(Parts.ratio(0, 1, 2)), 1, 2), rows), 1e-12);
    }

    @Test
    void a_part_without_weight_adds_nothing() {
        FeatureRows rows = Problems.stageOne(new int[] {1, 1}, 5, 9);
        assertArrayEquals(
                new double[] {-3, 3}, Problems.scores(Parts.blend(List.of(Parts.ratio(8, 1)), 0, 3), rows), 1e-12);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void a_mix_equals_a_slow_one_and_leaves_other_rows(long seed) {
        SplittableRandom random = new Seed(seed).stream("mix");
        int rows = 40;
        double[][] parts = new double[5][];
        for (int part = 0; part < 5; part++) {
            int levels = part == 4 ? 1 : 3 + part * 100; // ties, and one part that says nothing
            parts[part] = random.ints(rows, 0, levels)
                    .mapToDouble(level -> level * 0.37 - 8)
                    .toArray();
        }
        double[] weights = {0.5, 0, 3, 0.1, 2};
        int from = random.nextInt(10);
        int to = 25 + random.nextInt(15);
        double[] mixed = new double[rows];
        Arrays.fill(mixed, 99);
        double[][] before = Arrays.stream(parts).map(double[]::clone).toArray(double[][]::new);
        new BlendMix("blend", weights, List.of()).score(parts, from, to, mixed);
        for (int row = 0; row < rows; row++) {
            assertEquals(row < from || row >= to ? 99 : slowScore(parts, weights, from, to, row), mixed[row], 1e-9);
        }
        assertArrayEquals(before, parts);
    }

    @Test
    void other_members_get_the_same_weights_and_trials() {
        BlendParts first = Parts.count(3);
        BlendTrial trial = new BlendTrial("part 0 alone", 1, 0.5);
        BlendMix mix = new BlendMix("blend", new double[] {1, 0, 2}, List.of(trial));
        BlendRanker chosen = new BlendRanker(first, List.of(mix));
        BlendParts others = new BlendParts(List.of(Parts.ratio(1), Parts.ratio(2)));
        BlendRanker refitted = chosen.with(others);
        assertNotSame(chosen, refitted);
        assertEquals(others, refitted.parts());
        assertEquals(List.of(mix), refitted.mixes());
        assertEquals("blend", refitted.name());
        assertFalse(refitted.predictsWatchRatio());
    }

    private static double slowScore(double[][] parts, double[] weights, int from, int to, int row) {
        double score = 0;
        for (int part = 0; part < parts.length; part++) {
            double[] list = Arrays.copyOfRange(parts[part], from, to);
            double mean = Arrays.stream(list).average().orElseThrow();
            double variance = Arrays.stream(list)
                    .map(value -> (value - mean) * (value - mean))
                    .average()
                    .orElseThrow();
            score += variance < 1e-18 ? 0 : weights[part] * (parts[part][row] - mean) / Math.sqrt(variance);
        }
        return score;
    }
}
