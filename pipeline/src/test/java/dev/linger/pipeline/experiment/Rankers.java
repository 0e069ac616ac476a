package dev.linger.pipeline.experiment;

import dev.linger.data.Progress;
import dev.linger.data.Seed;
import dev.linger.data.store.ModelWriter;
import dev.linger.features.FeatureRows;
import dev.linger.ranker.BlendGoal;
import dev.linger.ranker.BlendQuality;
import dev.linger.ranker.Prediction;
import dev.linger.ranker.Ranker;
import dev.linger.ranker.TrainingContext;
import dev.linger.ranker.TrainingSet;
import dev.linger.ranker.TrainingSetKind;
import dev.linger.ranker.TrainingSets;
import dev.linger.ranker.baseline.ConstantConfig;
import dev.linger.ranker.blend.BlendConfig;
import dev.linger.ranker.blend.BlendRanker;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;

/** Rankers whose scores a test can tell by hand. */
public final class Rankers {
    private Rankers() {}

    /** Scores every item by its index alone. */
    public record ByItem(String name, IntToDoubleFunction scoreOfItem) implements Ranker {
        @Override
        public Prediction prediction() {
            return Prediction.WATCH_RATIO;
        }

        @Override
        public boolean readsFeatures() {
            return false;
        }

        @Override
        public void write(ModelWriter to) {
            throw new UnsupportedOperationException("a ranker of tests is not kept");
        }

        @Override
        public void score(FeatureRows rows, double[] scores) {
            for (int row = 0; row < scores.length; row++) {
                scores[row] = scoreOfItem.applyAsDouble(rows.item()[row]);
            }
        }
    }

    /** Scores every row by its cells. */
    public record ByRow(String name, ToDoubleBiFunction<FeatureRows, Integer> scoreOfRow) implements Ranker {
        @Override
        public Prediction prediction() {
            return Prediction.SCORE;
        }

        @Override
        public void write(ModelWriter to) {
            throw new UnsupportedOperationException("a ranker of tests is not kept");
        }

        @Override
        public void score(FeatureRows rows, double[] scores) {
            for (int row = 0; row < scores.length; row++) {
                scores[row] = scoreOfRow.applyAsDouble(rows, row);
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

    private static BlendRanker train(BlendConfig config, BlendQuality quality, TrainingSets trainingSets) {
        TrainingContext context =
                new TrainingContext(new Seed(1), 1, Progress.SILENT, List.of(new BlendGoal("blend", quality)));
        return (BlendRanker) config.train(context, trainingSets).refitted();
    }
}
