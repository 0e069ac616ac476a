package dev.linger.ranker.blend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.Seed;
import dev.linger.ranker.BlendGoal;
import dev.linger.ranker.BlendQuality;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlendTrainerTest {
    private static final List<Double> WEIGHTS = List.of(3.0, 0.0, 0.25, 0.5, 1.0, 2.0);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void the_planted_weights_of_a_concave_quality_are_found(long seed) {
        SplittableRandom random = new Seed(seed).stream("planted");
        double[] planted =
                random.ints(4, 0, WEIGHTS.size()).mapToDouble(WEIGHTS::get).toArray();
        planted[random.nextInt(4)] = 2; // one at least is not 0
        BlendMix found = choose(4, weights -> -squaredDistance(weights, planted));
        assertArrayEquals(planted, found.weights());
        assertEquals(0, last(found).quality(), 1e-12);
    }

    @Test
    void it_starts_from_the_best_part_alone_and_each_step_after_raises_the_quality() {
        // Alone (1,0,0): -(1 + 4 + 0) = -5; (0,1,0): -(0 + 1 + 0) = -1; (0,0,1): -(0 + 4 + 1) = -5.
        double[] planted = {0, 2, 0};
        BlendMix found = choose(3, weights -> -squaredDistance(weights, planted));
        assertEquals(
                List.of(
                        new BlendTrial("part 0 alone", 1, -5),
                        new BlendTrial("part 1 alone", 1, -1),
                        new BlendTrial("stage-one alone", 1, -5),
                        new BlendTrial("part 1", 2, -0.0)),
                found.trials());
    }

    @Test
    void of_equal_weights_of_a_part_the_smallest_is_taken() {
        // Stage one helps from 0.4 on; 0.5, 1, 2 and 3 are as good as each other.
        BlendMix found = choose(
                2,
                weights ->
                        weights[0] + (weights[1] >= 0.4 && weights[0] > 0 ? 10 : 0) > 10 ? 10 : weights[0] > 0 ? 1 : 0);
        assertArrayEquals(new double[] {1, 0.5}, found.weights());
    }

    @Test
    void what_brings_nothing_keeps_its_weight_and_of_equal_parts_the_first_stands_alone() {
        BlendMix found = choose(3, weights -> 0.7);
        assertArrayEquals(new double[] {1, 0, 0}, found.weights());
        assertEquals(3, found.trials().size());
    }

    @Test
    void weights_that_are_all_zero_are_never_tried() {
        List<double[]> tried = new ArrayList<>();
        choose(3, weights -> {
            tried.add(weights.clone());
            return -Arrays.stream(weights).sum();
        });
        assertTrue(tried.size() > 3);
        assertTrue(tried.stream().allMatch(weights -> Arrays.stream(weights).sum() > 0));
    }

    @Test
    void the_parts_are_scored_once() {
        List<BlendQuality.Parts> scored = new ArrayList<>();
        BlendParts parts = Parts.count(3);
        BlendTrainer.choose(parts, WEIGHTS, new BlendGoal("blend", of -> {
            scored.add(of);
            return weights -> weights[1];
        }));
        assertEquals(List.of(parts), scored);
    }

    @Test
    void a_quality_that_is_not_a_number_is_refused() {
        assertEquals(
                "the quality of a blend is NaN",
                assertThrows(IllegalArgumentException.class, () -> choose(2, weights -> Double.NaN))
                        .getMessage());
    }

    private static BlendMix choose(int parts, BlendQuality.OfWeights quality) {
        return BlendTrainer.choose(Parts.count(parts), WEIGHTS, new BlendGoal("blend", of -> quality));
    }

    private static BlendTrial last(BlendMix blend) {
        return blend.trials().get(blend.trials().size() - 1);
    }

    private static double squaredDistance(double[] weights, double[] planted) {
        double sum = 0;
        for (int part = 0; part < weights.length; part++) {
            sum += (weights[part] - planted[part]) * (weights[part] - planted[part]);
        }
        return sum;
    }
}
