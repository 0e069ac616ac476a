package dev.linger.pipeline;

import dev.linger.data.Progress;
import dev.linger.data.Seed;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureRows;
import dev.linger.ranker.BlendConfig;
import dev.linger.ranker.ConstantConfig;
import dev.linger.ranker.Ranker;
import dev.linger.ranker.TrainingSet;
import dev.linger.ranker.training.BlendRanker;
import dev.linger.ranker.training.RankerTrainer;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** Rankers whose scores a test can tell by hand. */
final class Rankers {
    private static final FeatureColumn STAGE_ONE =
            FeatureColumn.numeric(FeatureColumn.STAGE_ONE_SCORE, "1", "not known");

    private Rankers() {}

    /** Scores every item by its index alone. */
    record ByItem(String name, IntToDoubleFunction scoreOfItem) implements Ranker {
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

    /** The blend, of this one weight, of a base that predicts the mean label of the item. */
    static BlendRanker blendOfItemMeans(double weight, float... labelOfItem) {
        int[] item = new int[labelOfItem.length];
        for (int at = 0; at < item.length; at++) {
            item[at] = at;
        }
        TrainingSet set = new TrainingSet(
                new FeatureRows(List.of(), new int[item.length], item, new float[0]),
                labelOfItem,
                new int[item.length]);
        BlendConfig config = new BlendConfig(new ConstantConfig(ConstantConfig.Statistic.ITEM_MEAN), List.of(weight));
        RankerTrainer trainer =
                new RankerTrainer(new Seed(1), 1, Progress.SILENT, (base, weights) -> new double[weights.size()]);
        return (BlendRanker) trainer.train(config, set, null);
    }

    /** Rows of one user with nothing but stage-one scores. */
    static FeatureRows rows(int[] item, float... stageOneScore) {
        return new FeatureRows(List.of(STAGE_ONE), new int[item.length], item, stageOneScore);
    }
}
