package dev.linger.candidates.content;

import dev.linger.candidates.FitContext;
import dev.linger.candidates.SourceConfig;
import dev.linger.data.SideData;
import dev.linger.data.SideTables;
import dev.linger.data.config.Key;
import dev.linger.data.store.ModelReader;
import java.util.Set;

/** Videos of the authors and tags the user likes, and how that liking is measured. */
public record AffinityConfig(
        @Key(
                        value = "a play with a larger watch ratio is liked, >= 0",
                        byDefault = "1.0",
                        because = "watched on after the end")
                double likedThreshold,
        @Key(
                        value = "age of a play before the cut, in days, at which it counts half, > 0",
                        byDefault = "7.0",
                        because = "tastes in authors and tags last longer than videos do")
                double halfLifeDays,
        @Key(
                        value = "average plays added to those of each user, author and tag, > 0",
                        byDefault = "20.0",
                        because = "more trust few plays less")
                double priorPlays,
        @Key(
                        value = "by how much the item with the most recent likes is raised, >= 0",
                        byDefault = "0.1",
                        because = "breaks ties between videos of one author and the same tags")
                double recentWeight)
        implements SourceConfig {
    public AffinityConfig {
        check(likedThreshold >= 0, "likedThreshold must be >= 0", likedThreshold);
        check(halfLifeDays > 0, "halfLifeDays must be > 0", halfLifeDays);
        check(priorPlays > 0 && priorPlays < Double.POSITIVE_INFINITY, "priorPlays must be > 0 and finite", priorPlays);
        check(
                recentWeight >= 0 && recentWeight < Double.POSITIVE_INFINITY,
                "recentWeight must be >= 0 and finite",
                recentWeight);
    }

    private static void check(boolean holds, String rule, double value) {
        if (!holds) {
            throw new IllegalArgumentException(rule + " but was " + value);
        }
    }

    @Override
    public Set<SideData> uses() {
        return Set.of(SideData.CREATORS, SideData.TAGS);
    }

    @Override
    public Affinity fit(FitContext context) {
        return Affinity.of(context.pairs(), context.tables().itemTable(), this, context.cutMillis(), context.workers());
    }

    @Override
    public Affinity read(ModelReader from, SideTables tables) {
        return Affinity.read(this, from, tables);
    }
}
