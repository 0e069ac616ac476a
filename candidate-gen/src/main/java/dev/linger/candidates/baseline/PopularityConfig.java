package dev.linger.candidates.baseline;

import dev.linger.candidates.CountingScorer;
import dev.linger.candidates.FitContext;
import dev.linger.candidates.ItemScorer;
import dev.linger.candidates.SourceConfig;
import dev.linger.data.InteractionLog;
import dev.linger.data.SideTables;
import dev.linger.data.duration.WatchRules;
import dev.linger.data.store.ModelReader;
import java.util.Optional;

/** Videos played most: {@link Popularity}. */
public record PopularityConfig() implements SourceConfig {
    @Override
    public ItemScorer fit(FitContext context) {
        return Popularity.of(context.log(), context.itemCount());
    }

    @Override
    public ItemScorer read(ModelReader from, SideTables tables) {
        return OneOrder.read(Popularity.NAME, from, tables.itemCount());
    }

    @Override
    public Optional<CountingScorer> counting(InteractionLog log, long cutMillis, int itemCount, WatchRules watch) {
        return Optional.of(Popularity.counting(log, itemCount));
    }

    @Override
    public boolean isSameForAll() {
        return true;
    }
}
