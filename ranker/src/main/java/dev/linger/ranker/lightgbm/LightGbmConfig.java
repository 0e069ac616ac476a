package dev.linger.ranker.lightgbm;

import dev.linger.data.config.Key;
import dev.linger.data.store.ModelReader;
import dev.linger.ranker.Ranker;
import dev.linger.ranker.RankerConfig;
import dev.linger.ranker.Trained;
import dev.linger.ranker.TrainingContext;
import dev.linger.ranker.TrainingSets;
import dev.linger.ranker.trees.Objective;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Gradient boosted trees by LightGBM (Ke et al., NIPS 2017); objectives are those of {@link Objective}. */
public record LightGbmConfig(
        @Key(
                        value = "LightGBM's name of the objective: regression, regression_l1, huber, fair, "
                                + "poisson, quantile, mape, gamma, tweedie, binary, cross_entropy, "
                                + "cross_entropy_lambda, lambdarank or rank_xendcg",
                        byDefault = "\"regression_l1\"",
                        because = "predicts the median ratio, which the long tail of ratios does not pull")
                String objective,
        @Key(
                        value = "most leaves of a tree, 2..131072 (num_leaves)",
                        byDefault = "63",
                        because = "deep enough for a few interactions, and scored by bit masks of up to 64 leaves")
                int leaves,
        @Key(
                        value = "step of each tree, > 0 (learning_rate)",
                        byDefault = "0.12",
                        because = "smaller steps need more rounds for about the same error")
                double learningRate,
        @Key(
                        value = "most trees, >= 1 (num_iterations)",
                        byDefault = "500",
                        because = "early stopping usually ends before")
                int rounds,
        @Key(
                        value = "training ends after this many rounds without a better metric on the "
                                + "validation rows, and trees after the best round are dropped; 0 keeps all "
                                + "rounds",
                        byDefault = "30",
                        because = "the metric wobbles by a few rounds, not by thirty")
                int earlyStoppingRounds,
        @Key(
                        value = "whether as many trees as were kept are grown again on the training and the "
                                + "validation rows together",
                        byDefault = "true",
                        because = "the validation rows are the latest, and so nearest to what is predicted")
                boolean refit,
        @Key(
                        value = "fewest rows of a leaf, >= 0 (min_data_in_leaf)",
                        byDefault = "100",
                        because = "a median of fewer ratios is mostly noise")
                int minRowsInLeaf,
        @Key(
                        value = "share of the columns each tree may use, in (0, 1] (feature_fraction)",
                        byDefault = "0.4",
                        because = "trees differ more, and train faster")
                double featureFraction,
        @Key(
                        value = "share of the rows a tree learns from, in (0, 1] (bagging_fraction)",
                        byDefault = "0.8",
                        because = "trees differ more, and train faster")
                double rowFraction,
        @Key(
                        value = "rows are drawn again every so many rounds, >= 0; 0 turns rowFraction off "
                                + "(bagging_freq)",
                        byDefault = "1",
                        because = "each tree draws its own")
                int rowFractionFrequency,
        @Key(
                        value = "penalty on leaf values, >= 0 (lambda_l2)",
                        byDefault = "1.0",
                        because = "little, since leaves have many rows")
                double l2,
        @Key(
                        value = "most bins of a numeric column, 2..65536 (max_bin)",
                        byDefault = "255",
                        because = "as many as fit a byte")
                int maxBin,
        @Key(
                        value = "levels are pulled together by this many rows before they are sorted, >= 0 "
                                + "(cat_smooth)",
                        byDefault = "100.0",
                        because = "keeps rare levels from looking extreme")
                double catSmooth,
        @Key(
                        value = "penalty on leaf values of category splits, >= 0 (cat_l2)",
                        byDefault = "10.0",
                        because = "LightGBM's own default")
                double catL2,
        @Key(
                        value = "most levels on the smaller side of a category split, >= 1 (max_cat_threshold)",
                        byDefault = "32",
                        because = "LightGBM's own default")
                int maxCatThreshold,
        @Key(
                        value = "most levels of a category that are told apart, 2..1000; the rarer ones of the "
                                + "training rows count as missing",
                        byDefault = "1000",
                        because = "LightGBM 4.3 never returns from a category of more than 1024 levels")
                int maxLevels,
        @Key(
                        value = "what the objective binary learns to tell apart: watch ratios above this from "
                                + "the others",
                        byDefault = "1.0",
                        because = "watched on after the end, as the first rule of relevance has it")
                double relevantAbove,
        @Key(
                        value = "how the objectives lambdarank and rank_xendcg grade watch ratios",
                        byDefault = "{\"step\": 0.25, \"max\": 20, \"cutoff\": 10}",
                        because = "quarters of a video up to five of them, where ratios are capped")
                Grading grading,
        @Key(
                        value = "other parameters of LightGBM by their full names, for instance alpha of "
                                + "quantile and huber; one that is set here already, or that LightGBM does not "
                                + "know, is an error of the training",
                        byDefault = "{}",
                        because = "everything else is at LightGBM's own default")
                Map<String, String> extra)
        implements RankerConfig {
    public LightGbmConfig {
        extra = sortedCopy(extra);
        Objective.named(objective);
        requireRange("leaves", leaves, 2, 131_072);
        requireRange("rounds", rounds, 1, Integer.MAX_VALUE);
        requireRange("earlyStoppingRounds", earlyStoppingRounds, 0, Integer.MAX_VALUE);
        requireRange("minRowsInLeaf", minRowsInLeaf, 0, Integer.MAX_VALUE);
        requireRange("rowFractionFrequency", rowFractionFrequency, 0, Integer.MAX_VALUE);
        requireRange("maxBin", maxBin, 2, 65_536);
        requireRange("maxCatThreshold", maxCatThreshold, 1, Integer.MAX_VALUE);
        requireRange("maxLevels", maxLevels, 2, 1_000);
        requirePositive("learningRate", learningRate);
        requireFraction("featureFraction", featureFraction);
        requireFraction("rowFraction", rowFraction);
        requireNonNegative("l2", l2);
        requireNonNegative("catSmooth", catSmooth);
        requireNonNegative("catL2", catL2);
        if (!Double.isFinite(relevantAbove)) {
            throw new IllegalArgumentException("relevantAbove must be finite but was " + relevantAbove);
        }
    }

    @Override
    public void requireTrainable() {
        NativeLightGbm.load();
    }

    @Override
    public String kind() {
        return LightGbmRanker.name(objective);
    }

    @Override
    public Optional<String> nothingToLearnFrom(TrainingSets.Rows rows) {
        float[] labels = Labels.of(this, Arrays.copyOf(rows.all().label(), rows.fitRows()));
        for (float label : labels) {
            if (label != labels[0]) {
                return Optional.empty();
            }
        }
        return Optional.of(
                switch (Objective.named(objective).target()) {
                    case WATCH_RATIO -> "all rows that it learns from have the watch ratio " + labels[0];
                    case RELEVANCE ->
                        (labels[0] == 0 ? "no row" : "every row") + " that it learns from has a watch ratio above "
                                + "relevantAbove, which is " + relevantAbove;
                    case COMPLETION -> "all rows that it learns from are watched as far as each other";
                    case GRADE -> "all rows that it learns from have the grade " + labels[0];
                });
    }

    @Override
    public Trained train(TrainingContext context, TrainingSets sets) {
        TrainedTrees trees = trainer(context).train(this, sets.single());
        return new Trained(trees.stopped(), trees.refitted());
    }

    @Override
    public boolean fitsForOthersOnly() {
        return refit && earlyStoppingRounds == 0;
    }

    @Override
    public Ranker trainOnAllRows(TrainingContext context, TrainingSets sets) {
        return fitsForOthersOnly()
                ? trainer(context).trainOnAllRows(this, sets.single())
                : RankerConfig.super.trainOnAllRows(context, sets);
    }

    private static LightGbmTrainer trainer(TrainingContext context) {
        return new LightGbmTrainer(context.seed(), context.threads(), context.progress());
    }

    /** As many trees as the earlier training kept. */
    @Override
    public Ranker retrain(Ranker earlier, TrainingContext context, TrainingSets sets) {
        if (!(earlier instanceof LightGbmRanker trees)) {
            throw new IllegalArgumentException("the earlier ranker is not " + kind() + " but " + earlier.name());
        }
        return withRounds(trees.treeCount())
                .train(context, sets.withoutValidation())
                .refitted();
    }

    @Override
    public Ranker read(ModelReader from) {
        return LightGbmRanker.read(this, from);
    }

    /**
     * The same trees of another objective.
     *
     * @param above what {@link #relevantAbove} is then
     */
    public LightGbmConfig withObjective(String other, double above) {
        return new LightGbmConfig(
                other,
                leaves,
                learningRate,
                rounds,
                earlyStoppingRounds,
                refit,
                minRowsInLeaf,
                featureFraction,
                rowFraction,
                rowFractionFrequency,
                l2,
                maxBin,
                catSmooth,
                catL2,
                maxCatThreshold,
                maxLevels,
                above,
                grading,
                extra);
    }

    /** The same trees, so many of them, with no validation rows to look at. */
    public LightGbmConfig withRounds(int count) {
        return new LightGbmConfig(
                objective,
                leaves,
                learningRate,
                count,
                0,
                false,
                minRowsInLeaf,
                featureFraction,
                rowFraction,
                rowFractionFrequency,
                l2,
                maxBin,
                catSmooth,
                catL2,
                maxCatThreshold,
                maxLevels,
                relevantAbove,
                grading,
                extra);
    }

    private static SortedMap<String, String> sortedCopy(Map<String, String> extra) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(extra));
    }

    private static void requireRange(String name, int value, int least, int most) {
        if (value < least || value > most) {
            String range = most == Integer.MAX_VALUE ? ">= " + least : "in " + least + ".." + most;
            throw new IllegalArgumentException(name + " must be " + range + " but was " + value);
        }
    }

    private static void requirePositive(String name, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " must be > 0 and finite but was " + value);
        }
    }

    private static void requireFraction(String name, double value) {
        if (!(value > 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be in (0, 1] but was " + value);
        }
    }

    private static void requireNonNegative(String name, double value) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " must be >= 0 and finite but was " + value);
        }
    }
}
