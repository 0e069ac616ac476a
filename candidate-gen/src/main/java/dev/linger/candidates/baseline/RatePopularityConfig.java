package dev.linger.candidates.baseline;

import dev.linger.candidates.CountingScorer;
import dev.linger.candidates.FitContext;
import dev.linger.candidates.ItemScorer;
import dev.linger.candidates.SourceConfig;
import dev.linger.data.InteractionLog;
import dev.linger.data.SideTables;
import dev.linger.data.config.Key;
import dev.linger.data.duration.WatchRules;
import dev.linger.data.store.ModelReader;
import java.util.Optional;

/** Videos by the smoothed share of their plays that were liked, as the watch rules say: {@link RatePopularity}. */
public record RatePopularityConfig(
        @Key(
                        value = "average plays added to each video's own, >= 0",
                        byDefault = "400.0",
                        because = "keeps one lucky play from coming first")
                double priorPlays)
        implements SourceConfig {
    public RatePopularityConfig {
        if (!(priorPlays >= 0)) {
            throw new IllegalArgumentException("priorPlays must be >= 0 but was " + priorPlays);
        }
    }

    @Override
    public ItemScorer fit(FitContext context) {
        return RatePopularity.of(
                context.log(), context.itemCount(), context.watch().likedAbove(), priorPlays);
    }

    @Override
    public ItemScorer read(ModelReader from, SideTables tables) {
        return OneOrder.read(RatePopularity.NAME, from, tables.itemCount());
    }

    @Override
    public Optional<CountingScorer> counting(InteractionLog log, long cutMillis, int itemCount, WatchRules watch) {
        return Optional.of(RatePopularity.counting(log, itemCount, watch.likedAbove(), priorPlays));
    }

    @Override
    public boolean isSameForAll() {
        return true;
    }
}
