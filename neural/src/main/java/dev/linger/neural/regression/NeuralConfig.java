package dev.linger.neural.regression;

import dev.linger.data.config.Key;
import dev.linger.data.store.ModelReader;
import dev.linger.ranker.Ranker;
import dev.linger.ranker.RankerConfig;
import dev.linger.ranker.Trained;
import dev.linger.ranker.TrainingContext;
import dev.linger.ranker.TrainingSets;
import java.util.List;
import java.util.Optional;

/** Dense layers over learned vectors of user, video and categories, and over numbers as places among their quantiles. */
public record NeuralConfig(
        @Key(
                        value =
                                "what is made small: l1, mse, huber, or log-loss, which predicts whether the ratio is above"
                                        + " relevantAbove",
                        byDefault = "\"l1\"",
                        because = "predicts the median ratio, which the long tail of ratios does not pull")
                Loss loss,
        @Key(
                        value =
                                "form in which ratios are predicted: ratio, log (of 1 + ratio) or quantile (their place among"
                                        + " the ratios of all rows); predictions are turned back to ratios",
                        byDefault = "\"quantile\"",
                        because = "half of the ratios are near 0, where places tell them apart")
                TargetScale target,
        @Key(
                        value = "what log-loss learns to tell apart: watch ratios above this from the others",
                        byDefault = "1.0",
                        because = "watched on after the end, as the first rule of relevance has it")
                double relevantAbove,
        @Key(value = "units of each hidden layer, 1 to 4096; 1 to 8 layers", byDefault = "[128, 64, 32]")
                List<Integer> widths,
        @Key(
                        value =
                                "parts of about as many rows into which a numeric column is cut, each an input, 1 to 64",
                        byDefault = "8",
                        because = "fewer tell less, and more train longer for the same")
                int quantiles,
        @Key(
                        value = "length of the learned vector of a user, 0 to 256; 0 for none",
                        byDefault = "16",
                        because = "worth little beside columns of the user's past where plays are few")
                int userWidth,
        @Key(value = "length of the learned vector of a video, 0 to 256; 0 for none", byDefault = "16") int itemWidth,
        @Key(
                        value =
                                "most levels of a category that have a vector of their own, 1 to 65000; the rarer ones share"
                                        + " one",
                        byDefault = "1000")
                int maxLevels,
        @Key(
                        value =
                                "share of the hidden units that are left out at random in each step of training, in [0, 1)",
                        byDefault = "0.0",
                        because = "it moves medians, which costs more than it saves; for mse and huber about .1")
                double dropout,
        @Key(value = "step of Adam, > 0", byDefault = "0.001") double learningRate,
        @Key(value = "rows of a step of training, 16 to 65536", byDefault = "512") int batchSize,
        @Key(value = "most times each row is learned from, 1 to 10000", byDefault = "20") int epochs,
        @Key(
                        value =
                                "training ends after this many epochs without a better metric on the validation rows, and"
                                        + " the networks of the best epoch are kept; 0 keeps those of the last",
                        byDefault = "2",
                        because = "means over an epoch do not wobble")
                int patience,
        @Key(
                        value =
                                "whether others learn, for as many epochs as were kept, from the training and the validation"
                                        + " rows together",
                        byDefault = "true",
                        because = "the validation rows are the latest, and so nearest to what is predicted")
                boolean refit,
        @Key(
                        value =
                                "how many networks are trained, from other start values, whose predictions are averaged, 1"
                                        + " to 64",
                        byDefault = "4",
                        because = "what each learned by heart evens out")
                int members)
        implements RankerConfig {
    public NeuralConfig {
        widths = List.copyOf(widths);
        check(Double.isFinite(relevantAbove), "relevantAbove must be finite", relevantAbove);
        check(!widths.isEmpty() && widths.size() <= 8, "widths must be 1 to 8 numbers", widths);
        check(widths.stream().allMatch(width -> width >= 1 && width <= 4096), "widths must be 1 to 4096", widths);
        check(quantiles >= 1 && quantiles <= 64, "quantiles must be 1 to 64", quantiles);
        check(userWidth >= 0 && userWidth <= 256, "userWidth must be 0 to 256", userWidth);
        check(itemWidth >= 0 && itemWidth <= 256, "itemWidth must be 0 to 256", itemWidth);
        check(
                maxLevels >= 1 && maxLevels <= LevelCode.MOST_LEVELS,
                "maxLevels must be 1 to " + LevelCode.MOST_LEVELS,
                maxLevels);
        check(dropout >= 0 && dropout < 1, "dropout must be in [0, 1)", dropout);
        check(
                learningRate > 0 && learningRate < Double.POSITIVE_INFINITY,
                "learningRate must be > 0 and finite",
                learningRate);
        check(batchSize >= 16 && batchSize <= 65_536, "batchSize must be 16 to 65536", batchSize);
        check(epochs >= 1 && epochs <= 10_000, "epochs must be 1 to 10000", epochs);
        check(patience >= 0, "patience must be >= 0", patience);
        check(members >= 1 && members <= 64, "members must be 1 to 64", members);
    }

    private static void check(boolean holds, String rule, Object value) {
        if (!holds) {
            throw new IllegalArgumentException(rule + " but was " + value);
        }
    }

    @Override
    public String kind() {
        return "neural " + loss.label();
    }

    @Override
    public Optional<String> nothingToLearnFrom(TrainingSets.Rows rows) {
        float[] labels = labels(rows.fit().label());
        for (float label : labels) {
            if (label != labels[0]) {
                return Optional.empty();
            }
        }
        return loss == Loss.LOG_LOSS
                ? Optional.of((labels[0] == 0 ? "no row" : "every row")
                        + " that it learns from has a watch ratio above relevantAbove, which is " + relevantAbove)
                : rows.oneRatio();
    }

    /** What is learned: ratios, or 1 where they are above the bound and 0 elsewhere. */
    float[] labels(float[] ratios) {
        if (loss != Loss.LOG_LOSS) {
            return ratios;
        }
        float[] labels = new float[ratios.length];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = ratios[row] > relevantAbove ? 1 : 0;
        }
        return labels;
    }

    Target target(float[] labels) {
        return Target.of(loss == Loss.LOG_LOSS ? TargetScale.RATIO : target, labels);
    }

    float[] targets(Target of, float[] labels) {
        return loss == Loss.LOG_LOSS ? labels : of.of(labels);
    }

    /** What an output predicts: a ratio, or log-odds. */
    double prediction(Target of, double output) {
        return loss == Loss.LOG_LOSS ? output : of.ratio(output);
    }

    @Override
    public Trained train(TrainingContext context, TrainingSets sets) {
        return new NeuralTrainer(this, context, sets).train();
    }

    @Override
    public boolean fitsForOthersOnly() {
        return refit && patience == 0;
    }

    @Override
    public Ranker trainOnAllRows(TrainingContext context, TrainingSets sets) {
        return fitsForOthersOnly()
                ? new NeuralTrainer(this, context, sets).trainOnAllRows(epochs)
                : RankerConfig.super.trainOnAllRows(context, sets);
    }

    /** As many epochs as the earlier training kept. */
    @Override
    public Ranker retrain(Ranker earlier, TrainingContext context, TrainingSets sets) {
        if (!(earlier instanceof NeuralRanker networks)) {
            throw new IllegalArgumentException("the earlier ranker is not " + kind() + " but " + earlier.name());
        }
        return new NeuralTrainer(this, context, sets).trainOnAllRows(Math.max(1, networks.bestEpoch()));
    }

    @Override
    public Ranker read(ModelReader from) {
        return NeuralRanker.read(this, from);
    }
}
