package dev.linger.ranker.blend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.linger.data.Progress;
import dev.linger.data.Seed;
import dev.linger.data.store.ModelReader;
import dev.linger.data.store.ModelWriter;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureRows;
import dev.linger.ranker.BlendGoal;
import dev.linger.ranker.BlendQuality;
import dev.linger.ranker.Ranker;
import dev.linger.ranker.TrainingContext;
import dev.linger.ranker.TrainingSet;
import dev.linger.ranker.TrainingSetKind;
import dev.linger.ranker.TrainingSets;
import dev.linger.ranker.UserLists;
import dev.linger.ranker.baseline.ConstantConfig;
import dev.linger.ranker.lightgbm.Grading;
import dev.linger.ranker.lightgbm.LightGbmConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RerankerTest {
    private static final FeatureColumn STAGE_ONE =
            FeatureColumn.numeric(FeatureColumn.STAGE_ONE_SCORE, "1", "not known");

    private final Ranker plain = new Parts.ByRow("plain", -3, -1);
    private final BlendRanker blend = blendOfItemMeans(2, 0.25f, 0.75f);

    @Test
    void a_plain_ranker_is_the_one_member_and_the_one_system() {
        Reranker reranker = Reranker.of(plain);
        assertSame(plain, reranker.headline());
        assertEquals(List.of(plain), reranker.rankers());
        assertNull(reranker.blend());
        assertEquals(List.of("plain"), reranker.systems());
    }

    @Test
    void a_blend_is_the_last_system_after_its_members() {
        Reranker reranker = Reranker.of(blend);
        assertSame(blend.parts().members().get(0).ranker(), reranker.headline());
        assertSame(blend, reranker.blend());
        assertEquals(List.of("item mean", "blend"), reranker.systems());
    }

    @Test
    void chance_times_ratio_is_a_system_and_stage_one_is_none() {
        assertEquals(
                List.of(
                        "lightgbm regression_l1",
                        "lightgbm binary of candidates",
                        "lightgbm lambdarank of candidates",
                        "P(relevant) x ratio by lightgbm binary of candidates",
                        "blend"),
                Reranker.of(blendWithChance()).systems());
    }

    @Test
    void the_scores_are_those_of_the_member_then_those_of_the_blend() {
        double[][] scores = scores(Reranker.of(blend), rows(new int[] {0, 1}, 6, 2));
        assertArrayEquals(new double[] {0.25, 0.75}, scores[0]);
        // z of (.25, .75) is (-1, 1), z of (6, 2) is (1, -1): -1 + 2 * 1 = 1 and 1 + 2 * -1 = -1.
        assertArrayEquals(new double[] {1, -1}, scores[1]);
        assertEquals(2, scores.length);
    }

    @Test
    void a_plain_ranker_gives_its_own_scores_alone() {
        double[][] scores = scores(Reranker.of(plain), rows(new int[] {3, 1}, 6, 2));
        assertEquals(1, scores.length);
        assertArrayEquals(new double[] {-3, -1}, scores[0]);
    }

    @Test
    void each_order_of_a_blend_is_a_system_and_users_get_the_last() {
        BlendMix first = new BlendMix("preference", new double[] {1, 0}, List.of());
        BlendMix last = new BlendMix("blend", new double[] {0, 3}, List.of());
        BlendRanker both = new BlendRanker(blend.parts(), List.of(first, last));
        Reranker reranker = Reranker.of(both);
        assertEquals(List.of("item mean", "preference", "blend"), reranker.systems());
        FeatureRows rows = rows(new int[] {0, 1}, 6, 2);
        double[][] scores = scores(reranker, rows);
        assertArrayEquals(new double[] {-1, 1}, scores[1]);
        assertArrayEquals(new double[] {3, -3}, scores[2]);
        double[] served = new double[2];
        both.score(rows, served);
        assertArrayEquals(scores[2], served);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void lists_together_get_the_scores_of_each_list_by_itself(long seed) {
        BlendRanker trained = blendWithChance();
        assertArrayEquals(new double[] {1, 2, 3, 4, 5}, trained.mixes().get(0).weights());
        Reranker reranker = Reranker.of(trained);
        FeatureRows rows = lists(seed, 30);
        double[] together = new double[rows.size()];
        trained.score(rows, together);
        UserLists.forEach(rows, (from, to) -> {
            double[][] systems =
                    scores(reranker, rows.pick(IntStream.range(from, to).toArray()));
            assertEquals(reranker.systems().size(), systems.length);
            assertArrayEquals(Arrays.copyOfRange(together, from, to), systems[systems.length - 1]);
        });
    }

    @Test
    void it_is_read_as_it_was_written(@TempDir Path temporary) throws IOException {
        BlendConfig config = configWithChance();
        Reranker trained = Reranker.of(blendWithChance());
        ModelWriter to = ModelWriter.create(temporary.resolve("model"));
        trained.write(to.part("ranker"));
        to.finish();
        Reranker read = Reranker.read(
                config, ModelReader.open(temporary.resolve("model")).part("ranker"));
        assertEquals(trained.systems(), read.systems());
        assertArrayEquals(scores(trained, lists(5, 1)), scores(read, lists(5, 1)));
        assertEquals(trained.headline().trace(), read.headline().trace());
    }

    /** Of one list. */
    private static double[][] scores(Reranker reranker, FeatureRows list) {
        return reranker.systemScores(reranker.memberScores(list), UserLists.stageOneScores(list));
    }

    /** The blend of a member that predicts the mean label of the item and, so weighed, stage one. */
    private static BlendRanker blendOfItemMeans(double weight, float... labelOfItem) {
        int[] item = IntStream.range(0, labelOfItem.length).toArray();
        TrainingSet set = new TrainingSet(
                new FeatureRows(List.of(), new int[item.length], item, new float[0]),
                labelOfItem,
                new int[item.length]);
        BlendConfig.Member itemMean =
                new BlendConfig.Member(TrainingSetKind.PLAYS, new ConstantConfig(ConstantConfig.Statistic.ITEM_MEAN));
        // The member alone is best, and better with stage one.
        BlendQuality quality = parts -> weights -> weights[0] == 1 ? 1 + weights[1] : 0;
        return train(new BlendConfig(List.of(itemMean), List.of(weight), 1), quality, TrainingSets.ofPlays(set, null));
    }

    /** A blend of ratios, chances and grades, of weights 1 to 5, that learned from rows like those of {@link #lists}. */
    private static BlendRanker blendWithChance() {
        FeatureRows rows = lists(11, 40);
        float[] label = new float[rows.size()];
        for (int row = 0; row < label.length; row++) {
            label[row] = rows.item()[row] % 3;
        }
        TrainingSet set = new TrainingSet(rows, label, rows.user());
        BlendConfig config = configWithChance();
        BlendQuality quality = parts -> weights -> {
            double distance = 0;
            for (int part = 0; part < weights.length; part++) {
                distance += Math.abs(weights[part] - (part + 1));
            }
            return -distance;
        };
        TrainingSets.Rows all = TrainingSets.Rows.of(set, null);
        return train(
                config, quality, new TrainingSets(Map.of(TrainingSetKind.PLAYS, all, TrainingSetKind.CANDIDATES, all)));
    }

    private static BlendConfig configWithChance() {
        return new BlendConfig(
                List.of(
                        new BlendConfig.Member(TrainingSetKind.PLAYS, trees("regression_l1")),
                        new BlendConfig.Member(TrainingSetKind.CANDIDATES, trees("binary")),
                        new BlendConfig.Member(TrainingSetKind.CANDIDATES, trees("lambdarank"))),
                List.of(1.0, 2.0, 3.0, 4.0, 5.0),
                1);
    }

    /** Rows of so many users with lists of 1 to 20 items, a stage-one score that may be missing and one more column. */
    private static FeatureRows lists(long seed, int users) {
        SplittableRandom random = new Seed(seed).stream("lists");
        int[] user = IntStream.range(0, users)
                .flatMap(of -> IntStream.generate(() -> of).limit(1 + random.nextInt(20)))
                .toArray();
        int[] item = IntStream.range(0, user.length).toArray();
        float[] cells = new float[2 * user.length];
        for (int row = 0; row < user.length; row++) {
            cells[2 * row] = random.nextInt(6) == 0 ? Float.NaN : (float) random.nextDouble();
            cells[2 * row + 1] = item[row] % 3 + (float) random.nextDouble();
        }
        return new FeatureRows(List.of(STAGE_ONE, FeatureColumn.numeric("hint", "1", "never")), user, item, cells);
    }

    private static BlendRanker train(BlendConfig config, BlendQuality quality, TrainingSets trainingSets) {
        TrainingContext context =
                new TrainingContext(new Seed(1), 1, Progress.SILENT, List.of(new BlendGoal("blend", quality)));
        return (BlendRanker) config.train(context, trainingSets).refitted();
    }

    private static LightGbmConfig trees(String objective) {
        return new LightGbmConfig(
                objective, 4, 0.2, 5, 0, false, 5, 1, 1, 0, 0, 63, 10, 10, 32, 100, 1, new Grading(1, 9, 10), Map.of());
    }

    /** Rows of one user with nothing but stage-one scores. */
    private static FeatureRows rows(int[] item, float... stageOneScore) {
        return new FeatureRows(List.of(STAGE_ONE), new int[item.length], item, stageOneScore);
    }
}
