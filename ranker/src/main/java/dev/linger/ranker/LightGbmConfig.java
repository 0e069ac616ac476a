package dev.linger.ranker;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Gradient boosted trees by LightGBM (Ke et al., NIPS 2017).
 *
 * @param objective LightGBM's name of the objective, one of {@link Objective}; regression_l1 predicts the median ratio
 * @param leaves most leaves of a tree, 2..131072 (num_leaves)
 * @param learningRate step of each tree, > 0 (learning_rate)
 * @param rounds most trees, at least 1
 * @param earlyStoppingRounds training ends after this many rounds without a better metric on the validation rows, and
 *     trees after the best round are dropped; 0 keeps all rounds
 * @param refit whether as many trees as were kept are then grown again on the training and the validation rows together
 * @param minRowsInLeaf fewest rows of a leaf, at least 0 (min_data_in_leaf)
 * @param featureFraction share of the columns each tree may use, in (0, 1] (feature_fraction)
 * @param rowFraction share of the rows a tree learns from, in (0, 1] (bagging_fraction)
 * @param rowFractionFrequency rows are drawn again every so many rounds; 0 turns {@code rowFraction} off (bagging_freq)
 * @param l2 penalty on leaf values, at least 0 (lambda_l2)
 * @param maxBin most bins of a numeric column, at least 2 (max_bin)
 * @param catSmooth levels are pulled together by this many rows before they are sorted, at least 0 (cat_smooth)
 * @param catL2 penalty on leaf values of category splits, at least 0 (cat_l2)
 * @param maxCatThreshold most levels on the smaller side of a category split, at least 1 (max_cat_threshold)
 * @param maxLevels most levels of a category that are told apart, 2..1000; the rarer ones of the training rows count as
 *     missing
 * @param relevantAbove what the binary objective learns to tell apart: ratios above this from the others
 * @param grading how the ranking objectives grade ratios
 * @param extra other parameters of LightGBM by their full names, for instance {@code alpha} of quantile and huber;
 *     a parameter that is set here already, or that LightGBM does not know, is an error of the training
 */
public record LightGbmConfig(
        String objective,
        int leaves,
        double learningRate,
        int rounds,
        int earlyStoppingRounds,
        boolean refit,
        int minRowsInLeaf,
        double featureFraction,
        double rowFraction,
        int rowFractionFrequency,
        double l2,
        int maxBin,
        double catSmooth,
        double catL2,
        int maxCatThreshold,
        int maxLevels,
        double relevantAbove,
        Grading grading,
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
        requireRange("maxBin", maxBin, 2, Integer.MAX_VALUE);
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
