package dev.linger.neural.regression;

import dev.linger.ranker.HeadQuality;
import dev.linger.ranker.Trained;
import dev.linger.ranker.TrainingContext;
import dev.linger.ranker.TrainingSet;
import dev.linger.ranker.TrainingSets;
import dev.linger.ranker.objectives.HeadConfig;
import dev.linger.ranker.objectives.Platt;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Trains networks of several heads, and calibrates chances by rows that they have not learned from. */
final class MultiTaskTrainer implements RowTraining.Losses {
    private final MultiTaskConfig config;
    private final TrainingSets.Rows rows;
    private final RowTraining training;

    MultiTaskTrainer(MultiTaskConfig config, TrainingContext context, TrainingSets sets) {
        this.config = config;
        this.rows = sets.single();
        this.training = new RowTraining(config, config.network(), context, sets, this);
    }

    @Override
    public Target target(int size) {
        return config.network().target(Arrays.copyOf(rows.all().label(), size));
    }

    @Override
    public RowLoss of(Target target) {
        return config.losses(target, rows.all());
    }

    Trained train() {
        return training.train(this::calibrated, MultiTaskRanker::with);
    }

    /** Networks that learn from all rows, as many epochs as an earlier ranker, with its calibration. */
    MultiTaskRanker trainOnAllRows(MultiTaskRanker earlier) {
        return earlier.with(
                training.onAllRows(earlier.bestEpoch(), earlier.trace().orElse(null)));
    }

    private MultiTaskRanker calibrated(Learned learned) {
        List<HeadConfig> heads = config.heads();
        TrainingSet validation = rows.validation();
        if (validation == null) {
            List<Platt> none = heads.stream().map(head -> Platt.NONE).toList();
            return new MultiTaskRanker(config, learned, none, List.of());
        }
        double[] outputs = MultiTaskRanker.outputs(learned, validation.rows(), heads.size());
        List<Platt> platts = new ArrayList<>();
        List<HeadQuality> qualities = new ArrayList<>();
        for (int head = 0; head < heads.size(); head++) {
            if (!heads.get(head).isChance()) {
                platts.add(Platt.NONE);
                continue;
            }
            double[] logOdds = new double[validation.size()];
            for (int row = 0; row < logOdds.length; row++) {
                logOdds[row] = outputs[row * heads.size() + head];
            }
            float[] labels = heads.get(head).labels(validation);
            Platt platt = Platt.fit(logOdds, labels);
            platts.add(platt);
            qualities.add(platt.quality(heads.get(head).name(), logOdds, labels));
        }
        return new MultiTaskRanker(config, learned, platts, qualities);
    }
}
