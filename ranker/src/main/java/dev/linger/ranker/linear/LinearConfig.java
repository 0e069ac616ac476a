package dev.linger.ranker.linear;

import dev.linger.data.config.Key;
import dev.linger.data.store.ModelReader;
import dev.linger.ranker.Ranker;
import dev.linger.ranker.RankerConfig;
import dev.linger.ranker.Trained;
import dev.linger.ranker.TrainingContext;
import dev.linger.ranker.TrainingSets;
import java.util.Optional;

/** Ridge regression of watch_ratio on the same features: the loss is the mean squared error + l2 * sum of squared weights. */
public record LinearConfig(
        @Key(
                        value = "strength of the penalty on squared weights, > 0; means the same at any number of rows",
                        byDefault = "0.01",
                        because = "weights are of standardised numbers, so about 0.001 to 0.1 is usual")
                double l2,
        @Key(
                        value = "a category with more levels than this among the training rows is left out, >= 1",
                        byDefault = "100",
                        because = "training costs the square of the number of terms, and a level is a term")
                int maxLevels)
        implements RankerConfig {
    public LinearConfig {
        if (!(l2 > 0) || Double.isInfinite(l2)) {
            throw new IllegalArgumentException("l2 must be > 0 and finite but was " + l2);
        }
        if (maxLevels < 1) {
            throw new IllegalArgumentException("maxLevels must be >= 1 but was " + maxLevels);
        }
    }

    @Override
    public String kind() {
        return LinearRanker.NAME;
    }

    @Override
    public Optional<String> nothingToLearnFrom(TrainingSets.Rows rows) {
        return rows.oneRatio();
    }

    @Override
    public Trained train(TrainingContext context, TrainingSets sets) {
        return Trained.once(LinearTrainer.train(this, sets.single().fit()));
    }

    @Override
    public Ranker read(ModelReader from) {
        return LinearRanker.read(this, from);
    }
}
