package dev.linger.ranker.baseline;

import dev.linger.features.FeatureRows;
import dev.linger.features.FeatureSource;
import dev.linger.ranker.ConstantConfig;
import dev.linger.ranker.Ranker;
import dev.linger.ranker.TrainingSet;
import java.util.Arrays;

/**
 * Predicts a statistic of the training labels: one number for all rows, or one a user or an item, with the mean of all
 * rows for those that have no training row.
 */
public final class ConstantRanker implements Ranker {
    private final String name;
    private final Key key;
    private final double otherwise;
    private final double[] means;

    private ConstantRanker(String name, Key key, double otherwise, double[] means) {
        this.name = name;
        this.key = key;
        this.otherwise = otherwise;
        this.means = means;
    }

    public static ConstantRanker fit(ConstantConfig config, TrainingSet train) {
        return switch (config.statistic()) {
            case GLOBAL_MEAN ->
                new ConstantRanker("global mean", FeatureSource::user, mean(train.label()), new double[0]);
            case GLOBAL_MEDIAN ->
                new ConstantRanker("global median", FeatureSource::user, median(train.label()), new double[0]);
            case USER_MEAN -> byKey("user mean", FeatureSource::user, train);
            case ITEM_MEAN -> byKey("item mean", FeatureSource::item, train);
        };
    }

    private static ConstantRanker byKey(String name, Key key, TrainingSet train) {
        int[] of = key.of(train.rows());
        double[] means = new double[Arrays.stream(of).max().orElse(-1) + 1];
        int[] counts = new int[means.length];
        for (int row = 0; row < of.length; row++) {
            means[of[row]] += train.label()[row];
            counts[of[row]]++;
        }
        double otherwise = mean(train.label());
        for (int at = 0; at < means.length; at++) {
            means[at] = counts[at] == 0 ? otherwise : means[at] / counts[at];
        }
        return new ConstantRanker(name, key, otherwise, means);
    }

    private static double mean(float[] labels) {
        double sum = 0;
        for (float label : labels) {
            sum += label;
        }
        return sum / labels.length;
    }

    /** The middle label; the mean of the two in the middle where their number is even. */
    private static double median(float[] labels) {
        float[] sorted = labels.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : ((double) sorted[middle - 1] + sorted[middle]) / 2;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean predictsWatchRatio() {
        return true;
    }

    @Override
    public void score(FeatureRows rows, double[] scores) {
        int[] of = key.of(rows);
        for (int row = 0; row < of.length; row++) {
            scores[row] = of[row] < means.length ? means[of[row]] : otherwise;
        }
    }

    /** The user or the item of each row. */
    private interface Key {
        int[] of(FeatureSource rows);
    }
}
