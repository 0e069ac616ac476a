package dev.linger.examples;

import dev.linger.candidates.FitContext;
import dev.linger.candidates.ItemScorer;
import dev.linger.candidates.SourceConfig;
import dev.linger.data.InteractionLog;
import dev.linger.data.SideTables;
import dev.linger.data.config.Key;
import dev.linger.data.store.ModelReader;
import dev.linger.data.store.ModelWriter;
import java.io.IOException;

/** A source: plays of the last days before the cut, the same for all users. */
public record TrendingConfig(
        @Key(value = "days before the cut whose plays count, >= 1", byDefault = "2", because = "trends are short")
                int days)
        implements SourceConfig {
    private static final String SCORES = "scores";

    public TrendingConfig {
        if (days < 1) {
            throw new IllegalArgumentException("days must be >= 1 but was " + days);
        }
    }

    @Override
    public boolean isSameForAll() {
        return true;
    }

    @Override
    public ItemScorer fit(FitContext context) {
        double[] plays = new double[context.itemCount()];
        InteractionLog log = context.log();
        for (int row = log.size() - 1; row >= 0 && log.day(row) >= context.asOfDay() - days; row--) {
            plays[log.item(row)]++;
        }
        return new Trending(plays);
    }

    @Override
    public ItemScorer read(ModelReader from, SideTables tables) {
        return from.columns(SCORES, in -> {
            double[] plays = in.doubles();
            if (plays.length != tables.itemCount()) {
                throw new IllegalArgumentException(plays.length + " scores for " + tables.itemCount() + " items");
            }
            return new Trending(plays);
        });
    }

    /** Scores are numbers of plays; an item without any is not known. */
    private record Trending(double[] plays) implements ItemScorer {
        @Override
        public String name() {
            return "trending";
        }

        @Override
        public int itemCount() {
            return plays.length;
        }

        @Override
        public void score(int user, double[] scores) {
            for (int item = 0; item < plays.length; item++) {
                scores[item] = plays[item] > 0 ? plays[item] : Double.NEGATIVE_INFINITY;
            }
        }

        @Override
        public void write(ModelWriter to) throws IOException {
            to.columns(SCORES, out -> out.doubles(plays));
        }
    }
}
