package dev.linger.neural.regression;

import dev.linger.ranker.DeviationQuality;
import dev.linger.ranker.Trained;
import dev.linger.ranker.TrainingContext;
import dev.linger.ranker.TrainingSet;
import dev.linger.ranker.TrainingSets;
import java.util.Arrays;
import java.util.Optional;

/** Trains networks of one output, and looks how well they know how far they are off. */
final class NeuralTrainer implements RowTraining.Losses {
    private final NeuralConfig config;
    private final TrainingSets.Rows rows;
    private final float[] labels;
    private final RowTraining training;

    NeuralTrainer(NeuralConfig config, TrainingContext context, TrainingSets sets) {
        this.config = config;
        this.rows = sets.single();
        this.labels = config.labels(rows.all().label());
        this.training = new RowTraining(config, config, context, sets, this);
    }

    @Override
    public Target target(int size) {
        return config.target(Arrays.copyOf(labels, size));
    }

    @Override
    public RowLoss of(Target target) {
        return new SingleLoss(config, target, labels);
    }

    Trained train() {
        return training.train(this::ranker, NeuralRanker::with);
    }

    /** Networks that learn from all rows, so many epochs. */
    NeuralRanker trainOnAllRows(int epochs) {
        return new NeuralRanker(config, training.onAllRows(epochs, null), Optional.empty());
    }

    /** With how well the members know, before they learn from the validation rows, how far they are off there. */
    private NeuralRanker ranker(Learned learned) {
        NeuralRanker ranker = new NeuralRanker(config, learned, Optional.empty());
        TrainingSet validation = rows.validation();
        if (validation == null || config.members() == 1 || !ranker.predictsWatchRatio()) {
            return ranker;
        }
        double[] predictions = new double[validation.size()];
        double[] variances = new double[validation.size()];
        validation.rows().forEachBlockAtOnce((firstRow, block) -> {
            double[] some = new double[block.size()];
            ranker.score(block, some);
            System.arraycopy(some, 0, predictions, firstRow, some.length);
            ranker.variance(block, some);
            System.arraycopy(some, 0, variances, firstRow, some.length);
        });
        return new NeuralRanker(
                config, learned, DeviationQuality.of(variances, predictions, validation.label(), validation.group()));
    }
}
