package dev.linger.ranker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.Progress;
import dev.linger.data.Seed;
import dev.linger.ranker.baseline.ConstantConfig;
import dev.linger.ranker.baseline.StageOneConfig;
import dev.linger.ranker.blend.BlendConfig;
import dev.linger.ranker.lightgbm.Grading;
import dev.linger.ranker.linear.LinearConfig;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RankerConfigTest {
    private static final BlendConfig.Member OF_PLAYS =
            new BlendConfig.Member(TrainingSetKind.PLAYS, new ConstantConfig(ConstantConfig.Statistic.ITEM_MEAN));

    @Test
    void a_value_out_of_range_is_named_with_the_value() {
        assertEquals("l2 must be > 0 and finite but was 0.0", messageOf(() -> new LinearConfig(0, 10)));
        assertEquals("maxLevels must be >= 1 but was 0", messageOf(() -> new LinearConfig(1, 0)));
        assertEquals("step must be > 0 and finite but was NaN", messageOf(() -> new Grading(Double.NaN, 5, 10)));
        assertEquals("max must be in 1..10000 but was 0", messageOf(() -> new Grading(1, 0, 10)));
        assertEquals("rounds must be >= 1 but was 0", messageOf(() -> Problems.trees("regression_l1", 0, 0, Map.of())));
        assertEquals(
                "maxBin must be in 2..65536 but was 1", messageOf(() -> Problems.trees("huber", 1, 0, 1, Map.of())));
    }

    @Test
    void an_unknown_objective_is_answered_with_the_known_ones() {
        String message = messageOf(() -> Problems.trees("multiclass", 10, 0, Map.of()));
        assertTrue(message.startsWith("objective must be one of regression, regression_l1, huber,"), message);
        assertTrue(message.endsWith("but was multiclass"), message);
    }

    @Test
    void blend_weights_are_distinct_finite_and_not_negative() {
        assertEquals("weights must not be empty", messageOf(() -> blend(List.of())));
        assertEquals("weights must be >= 0 and finite but one was -0.1", messageOf(() -> blend(List.of(0.0, -0.1))));
        assertEquals("weights must be distinct but were [0.5, 0.5]", messageOf(() -> blend(List.of(0.5, 0.5))));
    }

    @Test
    void a_blend_has_members_of_which_the_first_learns_from_plays_and_none_is_a_blend() {
        BlendConfig.Member ofCandidates = new BlendConfig.Member(TrainingSetKind.CANDIDATES, new LinearConfig(1, 10));
        assertEquals(
                "the first of the members must learn from plays but they are []",
                messageOf(() -> new BlendConfig(List.of(), List.of(0.5), 1)));
        assertTrue(messageOf(() -> new BlendConfig(List.of(ofCandidates, OF_PLAYS), List.of(0.5), 1))
                .startsWith(
                        "the first of the members must learn from plays but they are [Member[learnsFrom=CANDIDATES"));
        String noBlend = "model must not be a blend or stage one, which is mixed in anyway";
        assertEquals(noBlend, messageOf(() -> new BlendConfig.Member(TrainingSetKind.PLAYS, blend(List.of(0.5)))));
        assertEquals(noBlend, messageOf(() -> new BlendConfig.Member(TrainingSetKind.PLAYS, new StageOneConfig())));
        assertEquals(
                "negatives must be >= 1 but was 0",
                messageOf(() -> new BlendConfig(List.of(OF_PLAYS), List.of(0.5), 0)));
    }

    @Test
    void a_blend_takes_the_training_sets_of_its_members_and_any_other_ranker_plays() {
        BlendConfig.Member ofCandidates = new BlendConfig.Member(TrainingSetKind.CANDIDATES, new LinearConfig(1, 10));
        assertEquals(
                Set.of(TrainingSetKind.PLAYS, TrainingSetKind.CANDIDATES),
                new BlendConfig(List.of(OF_PLAYS, ofCandidates), List.of(0.5), 1).trainingSets());
        assertEquals(
                "members must differ in what they learn from or in their kind, by which tables and files name them, but"
                        + " two are linear of candidates",
                messageOf(() -> new BlendConfig(List.of(OF_PLAYS, ofCandidates, ofCandidates), List.of(0.5), 1)));
        assertEquals(Set.of(TrainingSetKind.PLAYS), blend(List.of(0.5)).trainingSets());
        assertEquals(Set.of(TrainingSetKind.PLAYS), new StageOneConfig().trainingSets());
    }

    @Test
    void rows_that_are_not_there_are_named() {
        TrainingSets trainingSets = TrainingSets.ofPlays(Problems.watching("few", 10), null);
        assertEquals(10, trainingSets.of(TrainingSetKind.PLAYS).fit().size());
        assertEquals(
                "there are no rows of debiased plays to learn from",
                messageOf(() -> trainingSets.of(TrainingSetKind.DEBIASED_PLAYS)));
    }

    @Test
    void a_ranker_of_one_training_set_takes_the_only_one() {
        TrainingSets.Rows few = TrainingSets.Rows.of(Problems.watching("few", 10), null);
        TrainingSets both = new TrainingSets(Map.of(TrainingSetKind.PLAYS, few, TrainingSetKind.CANDIDATES, few));
        assertSame(few, both.only(Set.of(TrainingSetKind.CANDIDATES)).single());
        assertEquals(
                "there must be one training set to learn from but there are [candidates, plays]",
                messageOf(both::single));
        assertEquals(
                "there are no rows of debiased plays to learn from",
                messageOf(() -> both.only(Set.of(TrainingSetKind.DEBIASED_PLAYS))));
    }

    @Test
    void there_must_be_a_thread() {
        assertEquals(
                "threads must be >= 1 but was 0",
                messageOf(() -> new TrainingContext(new Seed(1), 0, Progress.SILENT, List.of())));
    }

    @Test
    void members_of_a_kind_may_learn_from_the_same_rows_where_their_names_differ() {
        BlendConfig.Member userMean =
                new BlendConfig.Member(TrainingSetKind.PLAYS, new ConstantConfig(ConstantConfig.Statistic.USER_MEAN));
        assertEquals(
                2,
                new BlendConfig(List.of(OF_PLAYS, userMean), List.of(0.5), 1)
                        .members()
                        .size());
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

    private static BlendConfig blend(List<Double> weights) {
        return new BlendConfig(List.of(OF_PLAYS), weights, 1);
    }

    private static String messageOf(Runnable construction) {
        return assertThrows(IllegalArgumentException.class, construction::run).getMessage();
    }
}
