package dev.linger.neural.regression;

import dev.linger.data.config.Key;
import dev.linger.data.store.ModelReader;
import dev.linger.ranker.Ranker;
import dev.linger.ranker.RankerConfig;
import dev.linger.ranker.Trained;
import dev.linger.ranker.TrainingContext;
import dev.linger.ranker.TrainingSet;
import dev.linger.ranker.TrainingSets;
import dev.linger.ranker.objectives.HeadConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One network for several labels: its layers but the last are shared, and each head has an output of its own (Caruana, Machine
 * Learning 28, 1997). Scores are {@code sum over heads of weight * value}, as those of the ranker objectives.
 */
public record MultiTaskConfig(
        @Key(
                        "the heads, at least one, each once, as those of the ranker objectives; their weights are those of the score")
                List<HeadConfig> heads,
        @Key(
                        value =
                                "weight of each head's loss in the training, finite, above 0, in the order of heads; none: 1 each",
                        byDefault = "[]",
                        because =
                                "losses are in standard deviations of the ratio's target and in nats, which are alike in size")
                List<Double> lossWeights,
        @Key(
                        value =
                                "the network and how it learns; its loss is that of the head ratio, and not log-loss, which"
                                        + " chances have",
                        byDefault = "{}")
                NeuralConfig network)
        implements RankerConfig {
    static final String NAME = "multi-task";

    public MultiTaskConfig {
        heads = List.copyOf(heads);
        lossWeights = List.copyOf(lossWeights);
        if (heads.isEmpty() || heads.stream().map(HeadConfig::name).distinct().count() < heads.size()) {
            throw new IllegalArgumentException("heads must be at least one, and differ in their objective, but are "
                    + heads.stream().map(HeadConfig::name).toList());
        }
        boolean oneEach = lossWeights.isEmpty() || lossWeights.size() == heads.size();
        if (!oneEach || !lossWeights.stream().allMatch(weight -> weight > 0 && weight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("lossWeights must be none, or one a head, each > 0 and finite, but are "
                    + lossWeights + " for " + heads.size() + " heads");
        }
        if (network.loss() == Loss.LOG_LOSS) {
            throw new IllegalArgumentException(
                    "network.loss is that of the head ratio, and must be l1, mse or huber but was log-loss");
        }
    }

    @Override
    public String kind() {
        return NAME;
    }

    @Override
    public Optional<String> nothingToLearnFrom(TrainingSets.Rows rows) {
        return rows.oneRatio();
    }

    /** The loss over all heads. */
    TaskLosses losses(Target target, TrainingSet rows) {
        List<Loss> losses = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        List<float[]> targets = new ArrayList<>();
        for (HeadConfig head : heads) {
            float[] labels = head.labels(rows);
            weights.add(lossWeights.isEmpty() ? 1.0 : lossWeights.get(losses.size()));
            losses.add(head.isChance() ? Loss.LOG_LOSS : network.loss());
            targets.add(head.isChance() ? labels : target.of(labels));
        }
        return new TaskLosses(losses, weights, targets);
    }

    @Override
    public Trained train(TrainingContext context, TrainingSets sets) {
        return new MultiTaskTrainer(this, context, sets).train();
    }

    /** As many epochs as the earlier training kept; how chances are calibrated stays. */
    @Override
    public Ranker retrain(Ranker earlier, TrainingContext context, TrainingSets sets) {
        if (!(earlier instanceof MultiTaskRanker before) || before.heads() != heads.size()) {
            throw new IllegalArgumentException(
                    "the earlier ranker is not one of " + heads.size() + " tasks but " + earlier.name());
        }
        return new MultiTaskTrainer(this, context, sets).trainOnAllRows(before);
    }

    @Override
    public Ranker read(ModelReader from) {
        return MultiTaskRanker.read(this, from);
    }
}
