package dev.linger.candidates.baseline;

import dev.linger.candidates.FitContext;
import dev.linger.candidates.ItemScorer;
import dev.linger.candidates.SourceConfig;
import dev.linger.data.SideTables;
import dev.linger.data.store.ModelReader;

/** Videos in random order, a different one for each user: {@link RandomOrder}. */
public record RandomOrderConfig() implements SourceConfig {
    @Override
    public ItemScorer fit(FitContext context) {
        return new RandomOrder(context.itemCount(), context.seed().derive("random order"));
    }

    @Override
    public ItemScorer read(ModelReader from, SideTables tables) {
        return RandomOrder.read(from, tables.itemCount());
    }
}
