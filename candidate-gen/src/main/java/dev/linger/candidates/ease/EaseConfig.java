package dev.linger.candidates.ease;

import dev.linger.candidates.FitContext;
import dev.linger.candidates.SourceConfig;
import dev.linger.data.SideTables;
import dev.linger.data.config.Key;
import dev.linger.data.source.DataSize;
import dev.linger.data.store.ModelReader;

/** Videos that a linear model predicts from what the user liked, and how its weights are fitted. */
public record EaseConfig(
        @Key(
                        value = "weight of the squared weights, > 0",
                        byDefault = "300.0",
                        because = "hundreds for large logs, where small values learn chance")
                double regularization,
        @Key(
                        value =
                                "a pair is liked where one of its plays has a watch ratio above it, >= 0; 0 takes all that were"
                                        + " watched at all",
                        byDefault = "0.5",
                        because = "half a video shows interest")
                double likedThreshold,
        @Key(
                        value =
                                "how many items take part at most, those liked by most users, 1 to 46340 (whose square is the"
                                        + " longest array)",
                        byDefault = "3000",
                        because = "training needs 12 maxItems^2 bytes: 108 MB")
                int maxItems)
        implements SourceConfig {
    private static final int MOST_ITEMS = 46_340;

    public EaseConfig {
        if (!(regularization > 0 && regularization < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("regularization must be > 0 and finite but was " + regularization);
        }
        if (!(likedThreshold >= 0)) {
            throw new IllegalArgumentException("likedThreshold must be >= 0 but was " + likedThreshold);
        }
        if (maxItems < 1 || maxItems > MOST_ITEMS) {
            throw new IllegalArgumentException("maxItems must be in 1.." + MOST_ITEMS + " but was " + maxItems);
        }
    }

    @Override
    public double heapBytes(DataSize size, int threads) {
        double side = Math.min(maxItems, size.videos());
        return 12 * side * side;
    }

    @Override
    public Ease fit(FitContext context) {
        return EaseTrainer.train(context.pairs(), context.withheld(), this, context.workers(), context.progress());
    }

    @Override
    public Ease read(ModelReader from, SideTables tables) {
        return Ease.read(this, from, tables.userCount(), tables.itemCount());
    }
}
