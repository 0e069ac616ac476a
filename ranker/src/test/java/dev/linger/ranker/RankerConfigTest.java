package dev.linger.ranker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RankerConfigTest {
    @Test
    void a_value_out_of_range_is_named_with_the_value() {
        assertEquals("l2 must be > 0 and finite but was 0.0", messageOf(() -> new LinearConfig(0, 10)));
        assertEquals("maxLevels must be >= 1 but was 0", messageOf(() -> new LinearConfig(1, 0)));
        assertEquals("step must be > 0 and finite but was NaN", messageOf(() -> new Grading(Double.NaN, 5, 10)));
        assertEquals("max must be in 1..10000 but was 0", messageOf(() -> new Grading(1, 0, 10)));
        assertEquals("rounds must be >= 1 but was 0", messageOf(() -> Problems.trees("regression_l1", 0, 0, Map.of())));
        assertEquals("maxBin must be >= 2 but was 1", messageOf(() -> Problems.trees("huber", 1, 0, 1, Map.of())));
    }

    @Test
    void an_unknown_objective_is_answered_with_the_known_ones() {
        String message = messageOf(() -> Problems.trees("multiclass", 10, 0, Map.of()));
        assertTrue(message.startsWith("objective must be one of regression, regression_l1, huber,"), message);
        assertTrue(message.endsWith("but was multiclass"), message);
    }

    @Test
    void blend_weights_are_distinct_finite_and_not_negative() {
        RankerConfig base = new StageOneConfig();
        assertEquals("weights must not be empty", messageOf(() -> new BlendConfig(base, List.of())));
        assertEquals(
                "weights must be >= 0 and finite but one was -0.1",
                messageOf(() -> new BlendConfig(base, List.of(0.0, -0.1))));
        assertEquals(
                "weights must be distinct but were [0.5, 0.5]",
                messageOf(() -> new BlendConfig(base, List.of(0.5, 0.5))));
        BlendConfig blend = new BlendConfig(base, List.of(0.5));
        assertEquals("base must not be a blend itself", messageOf(() -> new BlendConfig(blend, List.of(0.5))));
    }

    @Test
    void a_grade_counts_whole_steps_up_to_the_highest() {
        Grading grading = new Grading(0.25, 40, 10);
        assertEquals(0, grading.grade(0.24f));
        assertEquals(1, grading.grade(0.25f));
        assertEquals(6, grading.grade(1.7f)); // 1.7 / 0.25 = 6.8
        assertEquals(40, grading.grade(573));
        assertEquals(0, grading.grade(-1));
    }

    private static String messageOf(Runnable construction) {
        return assertThrows(IllegalArgumentException.class, construction::run).getMessage();
    }
}
