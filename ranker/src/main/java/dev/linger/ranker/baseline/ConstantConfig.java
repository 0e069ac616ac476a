package dev.linger.ranker.baseline;

import dev.linger.data.config.Key;
import dev.linger.data.store.ModelReader;
import dev.linger.ranker.Ranker;
import dev.linger.ranker.RankerConfig;
import dev.linger.ranker.Trained;
import dev.linger.ranker.TrainingContext;
import dev.linger.ranker.TrainingSets;
import java.util.Locale;

/** Predicts one statistic of the training labels, whatever the features: the error every learner has to beat. */
public record ConstantConfig(
        @Key(
                        value =
                                "what is predicted: global-mean, global-median, user-mean, item-mean, item-median, shrunk-item-median or"
                                        + " shrunk-item-median-and-user-offset",
                        byDefault = "\"global-median\"",
                        because = "no other number has a smaller mean absolute error")
                Statistic statistic)
        implements RankerConfig {
    /** What is predicted. A user or item without a training row gets the same statistic of all rows. */
    public enum Statistic {
        GLOBAL_MEAN,
        GLOBAL_MEDIAN,
        USER_MEAN,
        ITEM_MEAN,
        ITEM_MEDIAN,
        /** {@code (n * median of the item + k * median of all) / (n + k)} of n rows, k = 20. */
        SHRUNK_ITEM_MEDIAN,
        /** That and {@code n / (n + k)} times the mean of the n labels of the user less it, k = 20. */
        SHRUNK_ITEM_MEDIAN_AND_USER_OFFSET;

        String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    @Override
    public String kind() {
        return statistic.label();
    }

    @Override
    public Trained train(TrainingContext context, TrainingSets sets) {
        return Trained.once(ConstantRanker.fit(this, sets.single().fit()));
    }

    @Override
    public Ranker read(ModelReader from) {
        return ConstantRanker.read(this, from);
    }
}
