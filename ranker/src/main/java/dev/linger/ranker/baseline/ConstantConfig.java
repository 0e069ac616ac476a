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
                        value = "what is predicted: global-mean, global-median, user-mean or item-mean",
                        byDefault = "\"global-median\"",
                        because = "no other number has a smaller mean absolute error")
                Statistic statistic)
        implements RankerConfig {
    /** What is predicted. A user or item without a training row gets the mean of all rows. */
    public enum Statistic {
        GLOBAL_MEAN,
        GLOBAL_MEDIAN,
        USER_MEAN,
        ITEM_MEAN;

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
