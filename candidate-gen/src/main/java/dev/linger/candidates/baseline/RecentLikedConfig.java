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

/** Videos liked recently, as the watch rules say: {@link RecentLiked}. */
public record RecentLikedConfig(
        @Key(
                        value = "age in days before the cut at which a liked play counts half, > 0",
                        byDefault = "1.0",
                        because = "what is liked changes from day to day")
                double halfLifeDays)
        implements SourceConfig {
    public RecentLikedConfig {
        if (!(halfLifeDays > 0)) {
            throw new IllegalArgumentException("halfLifeDays must be > 0 but was " + halfLifeDays);
        }
    }

    @Override
    public ItemScorer fit(FitContext context) {
        return RecentLiked.of(
                context.log(), context.itemCount(), context.watch().likedAbove(), halfLifeDays, context.cutMillis());
    }

    @Override
    public ItemScorer read(ModelReader from, SideTables tables) {
        return OneOrder.read(RecentLiked.NAME, from, tables.itemCount());
    }

    @Override
    public Optional<CountingScorer> counting(InteractionLog log, long cutMillis, int itemCount, WatchRules watch) {
        return Optional.of(RecentLiked.counting(log, itemCount, watch.likedAbove(), halfLifeDays, cutMillis));
    }

    @Override
    public boolean isSameForAll() {
        return true;
    }
}
