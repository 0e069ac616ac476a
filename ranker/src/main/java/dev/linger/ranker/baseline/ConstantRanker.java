package dev.linger.ranker.baseline;

import dev.linger.data.store.ModelReader;
import dev.linger.data.store.ModelWriter;
import dev.linger.features.FeatureRows;
import dev.linger.features.FeatureSource;
import dev.linger.ranker.Prediction;
import dev.linger.ranker.Ranker;
import dev.linger.ranker.TrainingSet;
import java.io.IOException;
import java.util.Arrays;

/**
 * Predicts a statistic of the training labels: one number for all rows, or one per user or item, with the mean of all
 * rows for those that have no training row.
 */
public final class ConstantRanker implements Ranker {
    private static final String FILE = "constant.columns";

    private final ConstantConfig.Statistic statistic;
    private final double otherwise;
    private final double[] means;

    private ConstantRanker(ConstantConfig.Statistic statistic, double otherwise, double[] means) {
        this.statistic = statistic;
        this.otherwise = otherwise;
        this.means = means;
    }

    public static ConstantRanker fit(ConstantConfig config, TrainingSet train) {
        return switch (config.statistic()) {
            case GLOBAL_MEAN -> new ConstantRanker(config.statistic(), mean(train.label()), new double[0]);
            case GLOBAL_MEDIAN -> new ConstantRanker(config.statistic(), median(train.label()), new double[0]);
            case USER_MEAN, ITEM_MEAN -> byKey(config.statistic(), train);
        };
    }

    private static ConstantRanker byKey(ConstantConfig.Statistic statistic, TrainingSet train) {
        int[] of = keys(statistic, train.rows());
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
        return new ConstantRanker(statistic, otherwise, means);
    }

    /** The user or the item of each row. */
    private static int[] keys(ConstantConfig.Statistic statistic, FeatureSource rows) {
        return statistic == ConstantConfig.Statistic.ITEM_MEAN ? rows.item() : rows.user();
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
        return statistic.label();
    }

    @Override
    public Prediction prediction() {
        return Prediction.WATCH_RATIO;
    }

    @Override
    public void score(FeatureRows rows, double[] scores) {
        int[] of = keys(statistic, rows);
        for (int row = 0; row < of.length; row++) {
            scores[row] = of[row] < means.length ? means[of[row]] : otherwise;
        }
    }

    @Override
    public void write(ModelWriter to) throws IOException {
        to.columns(FILE, out -> {
            out.text(name());
            out.number(otherwise);
            out.doubles(means);
        });
    }

    static ConstantRanker read(ConstantConfig config, ModelReader from) {
        return from.columns(FILE, in -> {
            config.requireKind(in);
            double otherwise = in.real();
            double[] means = in.doubles();
            if (!Double.isFinite(otherwise) || !Arrays.stream(means).allMatch(Double::isFinite)) {
                throw new IllegalArgumentException("a mean is not finite");
            }
            return new ConstantRanker(config.statistic(), otherwise, means);
        });
    }
}
