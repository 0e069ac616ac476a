package dev.linger.pipeline.experiment;

import dev.linger.data.Progress;
import dev.linger.data.Seed;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureRows;
import dev.linger.ranker.BlendConfig;
import dev.linger.ranker.ConstantConfig;
import dev.linger.ranker.Grading;
import dev.linger.ranker.LightGbmConfig;
import dev.linger.ranker.Ranker;
import dev.linger.ranker.TrainingSet;
import dev.linger.ranker.TrainingSetKind;
import dev.linger.ranker.TrainingSets;
import dev.linger.ranker.training.BlendQuality;
import dev.linger.ranker.training.BlendRanker;
import dev.linger.ranker.training.RankerTrainer;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Rankers whose scores a test can tell by hand. */
public final class Rankers {
    private static final FeatureColumn STAGE_ONE =
            FeatureColumn.numeric(FeatureColumn.STAGE_ONE_SCORE, "1", "not known");

    private Rankers() {}

    /** Scores every item by its index alone. */
    public record ByItem(String name, IntToDoubleFunction scoreOfItem) implements Ranker {
        @Override
        public boolean predictsWatchRatio() {
            return true;
        }

        @Override
        public void score(FeatureRows rows, double[] scores) {
            for (int row = 0; row < scores.length; row++) {
                scores[row] = scoreOfItem.applyAsDouble(rows.item()[row]);
            }
        }
    }

    /** The blend of a member that predicts the mean label of the item and, so weighed, stage one. */
    public static BlendRanker blendOfItemMeans(double weight, float... labelOfItem) {
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
    public static BlendRanker blendWithChance() {
        FeatureRows rows = lists(11, 40);
        float[] label = new float[rows.size()];
        for (int row = 0; row < label.length; row++) {
            label[row] = rows.item()[row] % 3;
        }
        TrainingSet set = new TrainingSet(rows, label, rows.user());
        BlendConfig config = new BlendConfig(
                List.of(
                        new BlendConfig.Member(TrainingSetKind.PLAYS, trees("regression_l1")),
                        new BlendConfig.Member(TrainingSetKind.CANDIDATES, trees("binary")),
                        new BlendConfig.Member(TrainingSetKind.CANDIDATES, trees("lambdarank"))),
                List.of(1.0, 2.0, 3.0, 4.0, 5.0),
                1);
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

    /** Rows of so many users with lists of 1 to 20 items, a stage-one score that may be missing and one more column. */
    public static FeatureRows lists(long seed, int users) {
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
        return (BlendRanker) new RankerTrainer(new Seed(1), 1, Progress.SILENT, quality).train(config, trainingSets);
    }

    private static LightGbmConfig trees(String objective) {
        return new LightGbmConfig(
                objective, 4, 0.2, 5, 0, false, 5, 1, 1, 0, 0, 63, 10, 10, 32, 100, 1, new Grading(1, 9, 10), Map.of());
    }

    /** Rows of one user with nothing but stage-one scores. */
    public static FeatureRows rows(int[] item, float... stageOneScore) {
        return new FeatureRows(List.of(STAGE_ONE), new int[item.length], item, stageOneScore);
    }
}
