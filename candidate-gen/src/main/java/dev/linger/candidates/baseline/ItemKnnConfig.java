package dev.linger.candidates.baseline;

import dev.linger.candidates.FitContext;
import dev.linger.candidates.InteractionMatrix;
import dev.linger.candidates.PairPlays;
import dev.linger.candidates.PlayValue;
import dev.linger.candidates.RepeatRule;
import dev.linger.candidates.SourceConfig;
import dev.linger.candidates.SparseRows;
import dev.linger.data.SideTables;
import dev.linger.data.Workers;
import dev.linger.data.config.Key;
import dev.linger.data.store.ModelReader;

/** Videos liked together with those the user liked, and how these neighbors are found. */
public record ItemKnnConfig(
        @Key(
                        value =
                                "a pair counts where one of its plays has a watch ratio above it, >= 0; 0 takes all that were"
                                        + " watched at all",
                        byDefault = "0.5",
                        because = "half a video shows interest, and more pairs find more neighbors")
                double likedThreshold,
        @Key(
                        value = "added to the cosine's denominator, >= 0",
                        byDefault = "100.0",
                        because = "pulls down similarities of few common users")
                double shrinkage,
        @Key(
                        value = "how many neighbors an item keeps, >= 1",
                        byDefault = "500",
                        because = "enough that a user who liked little has candidates")
                int neighborCount)
        implements SourceConfig {
    public ItemKnnConfig {
        if (!(likedThreshold >= 0)) {
            throw new IllegalArgumentException("likedThreshold must be >= 0 but was " + likedThreshold);
        }
        if (!(shrinkage >= 0)) {
            throw new IllegalArgumentException("shrinkage must be >= 0 but was " + shrinkage);
        }
        if (neighborCount < 1) {
            throw new IllegalArgumentException("neighborCount must be >= 1 but was " + neighborCount);
        }
    }

    /** The pairs that count. */
    SparseRows liked(PairPlays plays, int itemCount, Workers workers) {
        return InteractionMatrix.of(plays, itemCount, PlayValue.RATIO, RepeatRule.MAX, workers)
                .byUser()
                .above(likedThreshold);
    }

    @Override
    public ItemKnn fit(FitContext context) {
        return ItemKnnTrainer.train(context.pairs(), context.withheld(), this, context.workers(), context.progress());
    }

    @Override
    public boolean comparesItems() {
        return true;
    }

    @Override
    public ItemKnn read(ModelReader from, SideTables tables) {
        return ItemKnn.read(this, from, tables.userCount(), tables.itemCount());
    }
}
