package dev.linger.ranker.blend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.linger.data.Progress;
import dev.linger.data.Seed;
import dev.linger.ranker.BlendGoal;
import dev.linger.ranker.BlendQuality;
import dev.linger.ranker.Problems;
import dev.linger.ranker.Ranker;
import dev.linger.ranker.RankerConfig;
import dev.linger.ranker.Trained;
import dev.linger.ranker.TrainingContext;
import dev.linger.ranker.TrainingSet;
import dev.linger.ranker.TrainingSetKind;
import dev.linger.ranker.TrainingSets;
import dev.linger.ranker.lightgbm.LightGbmConfig;
import dev.linger.ranker.lightgbm.LightGbmRanker;
import dev.linger.ranker.linear.LinearConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a blend makes of its members and their training sets. */
class BlendTrainingTest {
    private static final TrainingSet TRAIN = Problems.watching("train", 2000);
    private static final TrainingSet VALIDATION = Problems.watching("validation", 600);
    private static final TrainingSets PLAYS = TrainingSets.ofPlays(TRAIN, VALIDATION);

    private static final BlendQuality BY_FIRST_WEIGHT = parts -> weights -> weights[0];

    @Test
    void each_member_of_a_blend_learns_from_its_own_rows_and_binary_ones_of_candidates_predict_relevance() {
        TrainingSet others = Problems.watching("others", 800);
        LightGbmConfig binary = Problems.trees("binary", 10, 0, Map.of());
        LightGbmConfig l1 = Problems.trees("regression_l1", 10, 0, Map.of());
        BlendConfig config = new BlendConfig(
                List.of(
                        plays(l1),
                        plays(binary),
                        new BlendConfig.Member(TrainingSetKind.CANDIDATES, binary),
                        new BlendConfig.Member(TrainingSetKind.DEBIASED_PLAYS, l1)),
                List.of(0.0, 1.0),
                10);
        TrainingSets trainingSets = new TrainingSets(Map.of(
                TrainingSetKind.PLAYS, TrainingSets.Rows.of(TRAIN, VALIDATION),
                TrainingSetKind.CANDIDATES, TrainingSets.Rows.of(others, VALIDATION),
                TrainingSetKind.DEBIASED_PLAYS, TrainingSets.Rows.of(VALIDATION, others)));
        BlendRanker blend = (BlendRanker) train(config, trainingSets, BY_FIRST_WEIGHT);
        List<BlendParts.Member> members = blend.parts().members();
        assertEquals(
                List.of(false, false, true, false),
                members.stream().map(BlendParts.Member::predictsRelevance).toList());
        List<LightGbmConfig> configs = List.of(l1, binary, binary, l1);
        List<TrainingSet> rows = List.of(TRAIN, TRAIN, others, VALIDATION);
        for (int at = 0; at < 4; at++) {
            assertEquals(
                    text(train(configs.get(at), TrainingSets.ofPlays(rows.get(at), null), BY_FIRST_WEIGHT)),
                    text(members.get(at).ranker()));
        }
    }

    @Test
    void the_weights_of_a_blend_are_chosen_before_its_members_learn_from_the_validation_rows() {
        List<String> looked = new ArrayList<>();
        BlendQuality quality = parts -> {
            looked.add(text(((BlendParts) parts).members().get(0).ranker()));
            return weights -> weights[1] == 0.3 ? 1 : 0;
        };
        LightGbmConfig trees = Problems.refittedTrees("regression_l1", 100, 3);
        BlendConfig config = new BlendConfig(List.of(plays(trees)), List.of(0.0, 0.3), 10);
        BlendRanker blend = (BlendRanker) train(config, PLAYS, quality);
        Trained alone = trees.train(
                new TrainingContext(new Seed(1), 1, Progress.SILENT, List.of(new BlendGoal("blend", quality))), PLAYS);
        assertEquals(List.of(text(alone.fitted())), looked);
        assertNotEquals(text(alone.fitted()), text(alone.refitted()));
        assertEquals(
                text(alone.refitted()),
                text(blend.parts().members().get(0).ranker()),
                "a member is what the same ranker by itself is");
        assertArrayEquals(new double[] {1, 0.3}, blend.mixes().get(0).weights());
    }

    @Test
    void rows_that_a_member_needs_and_nobody_made_are_named() {
        BlendConfig config = new BlendConfig(
                List.of(
                        plays(new LinearConfig(1, 10)),
                        new BlendConfig.Member(TrainingSetKind.CANDIDATES, new LinearConfig(1, 10))),
                List.of(1.0),
                10);
        assertEquals(
                "there are no rows of candidates to learn from",
                assertThrows(IllegalArgumentException.class, () -> train(config, PLAYS, BY_FIRST_WEIGHT))
                        .getMessage());
    }

    private static BlendConfig.Member plays(RankerConfig model) {
        return new BlendConfig.Member(TrainingSetKind.PLAYS, model);
    }

    private static Ranker train(RankerConfig config, TrainingSets sets, BlendQuality quality) {
        return config.train(
                        new TrainingContext(new Seed(1), 1, Progress.SILENT, List.of(new BlendGoal("blend", quality))),
                        sets)
                .refitted();
    }

    private static String text(Ranker trees) {
        return ((LightGbmRanker) trees).text();
    }
}
