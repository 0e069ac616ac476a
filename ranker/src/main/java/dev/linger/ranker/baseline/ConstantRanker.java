package dev.linger.ranker.baseline;

import dev.linger.data.RankedValues;
import dev.linger.data.store.ModelReader;
import dev.linger.data.store.ModelWriter;
import dev.linger.features.FeatureRows;
import dev.linger.ranker.Prediction;
import dev.linger.ranker.Ranker;
import dev.linger.ranker.TrainingSet;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * Predicts a statistic of the training labels: one number for all rows, or one per user or item, with that of all rows for those
 * that have no training row.
 */
public final class ConstantRanker implements Ranker {
    private static final String FILE = "constant.columns";

    /** Rows of all that are added to those of an item, or rows without an offset to those of a user. */
    private static final double PRIOR_ROWS = 20;

    private static final double[] NONE = {};

    private final ConstantConfig.Statistic statistic;
    private final double otherwise;
    private final double[] ofKey;
    private final double[] userOffsets;

    private ConstantRanker(ConstantConfig.Statistic statistic, double otherwise, double[] ofKey, double[] userOffsets) {
        this.statistic = statistic;
        this.otherwise = otherwise;
        this.ofKey = ofKey;
        this.userOffsets = userOffsets;
    }

    public static ConstantRanker fit(ConstantConfig config, TrainingSet train) {
        ConstantConfig.Statistic statistic = config.statistic();
        float[] labels = train.label();
        return switch (statistic) {
            case GLOBAL_MEAN -> new ConstantRanker(statistic, mean(labels), NONE, NONE);
            case GLOBAL_MEDIAN -> new ConstantRanker(statistic, median(labels), NONE, NONE);
            case USER_MEAN -> byKey(statistic, train.rows().user(), labels, mean(labels), ConstantRanker::mean);
            case ITEM_MEAN -> byKey(statistic, train.rows().item(), labels, mean(labels), ConstantRanker::mean);
            case ITEM_MEDIAN -> byKey(statistic, train.rows().item(), labels, median(labels), ConstantRanker::median);
            case SHRUNK_ITEM_MEDIAN -> shrunkItemMedian(statistic, train);
            case SHRUNK_ITEM_MEDIAN_AND_USER_OFFSET -> withUserOffsets(shrunkItemMedian(statistic, train), train);
        };
    }

    private static ConstantRanker byKey(
            ConstantConfig.Statistic statistic,
            int[] keys,
            float[] labels,
            double otherwise,
            ToDoubleFunction<float[]> ofLabels) {
        double[] values = new double[Arrays.stream(keys).max().orElse(-1) + 1];
        Arrays.fill(values, otherwise);
        LabelsByKey.of(keys, labels).forEach((key, own) -> values[key] = ofLabels.applyAsDouble(own));
        return new ConstantRanker(statistic, otherwise, values, NONE);
    }

    private static ConstantRanker shrunkItemMedian(ConstantConfig.Statistic statistic, TrainingSet train) {
        double all = median(train.label());
        return byKey(
                statistic,
                train.rows().item(),
                train.label(),
                all,
                own -> (own.length * median(own) + PRIOR_ROWS * all) / (own.length + PRIOR_ROWS));
    }

    private static ConstantRanker withUserOffsets(ConstantRanker items, TrainingSet train) {
        int[] item = train.rows().item();
        float[] left = new float[item.length];
        for (int row = 0; row < left.length; row++) {
            left[row] = (float) (train.label()[row] - items.ofKey[item[row]]);
        }
        ConstantRanker offsets = byKey(
                items.statistic,
                train.rows().user(),
                left,
                0,
                own -> own.length / (own.length + PRIOR_ROWS) * mean(own));
        return new ConstantRanker(items.statistic, items.otherwise, items.ofKey, offsets.ofKey);
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
        double[] values = new double[labels.length];
        Arrays.setAll(values, at -> labels[at]);
        double[] middle = RankedValues.of(values, (values.length - 1) / 2, values.length / 2);
        return (middle[0] + middle[1]) / 2;
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
    public boolean readsFeatures() {
        return false;
    }

    @Override
    public void score(FeatureRows rows, double[] scores) {
        int[] keys = statistic == ConstantConfig.Statistic.USER_MEAN ? rows.user() : rows.item();
        for (int row = 0; row < keys.length; row++) {
            scores[row] = (keys[row] < ofKey.length ? ofKey[keys[row]] : otherwise)
                    + (rows.user()[row] < userOffsets.length ? userOffsets[rows.user()[row]] : 0);
        }
    }

    @Override
    public void write(ModelWriter to) throws IOException {
        to.columns(FILE, out -> {
            out.text(name());
            out.number(otherwise);
            out.doubles(ofKey);
            out.doubles(userOffsets);
        });
    }

    static ConstantRanker read(ConstantConfig config, ModelReader from) {
        return from.columns(FILE, in -> {
            config.requireKind(in);
            double otherwise = in.real();
            double[] ofKey = in.doubles();
            double[] userOffsets = in.doubles();
            if (!Double.isFinite(otherwise)
                    || !DoubleStream.concat(Arrays.stream(ofKey), Arrays.stream(userOffsets))
                            .allMatch(Double::isFinite)) {
                throw new IllegalArgumentException("a value is not finite");
            }
            return new ConstantRanker(config.statistic(), otherwise, ofKey, userOffsets);
        });
    }
}
