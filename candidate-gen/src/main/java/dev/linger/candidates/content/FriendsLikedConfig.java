package dev.linger.candidates.content;

import dev.linger.candidates.FitContext;
import dev.linger.candidates.SourceConfig;
import dev.linger.data.SideData;
import dev.linger.data.SideTables;
import dev.linger.data.config.Key;
import dev.linger.data.store.ModelReader;
import java.util.Set;

/** Videos that friends liked lately. */
public record FriendsLikedConfig(
        @Key(
                        value = "a play with a larger watch ratio is liked, >= 0",
                        byDefault = "1.0",
                        because = "watched on after the end")
                double likedThreshold,
        @Key(
                        value = "age of a friend's play before the cut, in days, at which it counts half, > 0",
                        byDefault = "7.0",
                        because = "friends share what is new")
                double halfLifeDays)
        implements SourceConfig {
    public FriendsLikedConfig {
        if (!(likedThreshold >= 0)) {
            throw new IllegalArgumentException("likedThreshold must be >= 0 but was " + likedThreshold);
        }
        if (!(halfLifeDays > 0)) {
            throw new IllegalArgumentException("halfLifeDays must be > 0 but was " + halfLifeDays);
        }
    }

    @Override
    public Set<SideData> uses() {
        return Set.of(SideData.FRIENDS);
    }

    @Override
    public FriendsLiked fit(FitContext context) {
        return FriendsLiked.of(
                context.pairs(),
                context.tables().userTable().friends(),
                context.itemCount(),
                this,
                context.cutMillis(),
                context.workers());
    }

    @Override
    public FriendsLiked read(ModelReader from, SideTables tables) {
        return FriendsLiked.read(from, tables);
    }
}
