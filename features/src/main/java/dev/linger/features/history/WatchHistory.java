package dev.linger.features.history;

import dev.linger.data.config.Key;
import dev.linger.data.duration.WatchRules;
import dev.linger.features.DailyCells;
import dev.linger.features.FeatureGroup;
import dev.linger.features.FeatureGroupConfig;
import dev.linger.features.FeatureRequests;
import dev.linger.features.GroupContext;
import dev.linger.features.ObservedPlays;
import dev.linger.features.SharedCounts;
import dev.linger.features.StateColumns;
import java.io.IOException;
import java.util.List;

/**
 * How a user has watched, or how an item was watched, before the as-of day: all plays, the last days, liked plays, and
 * for a user the last plays, for an item its trend.
 */
public final class WatchHistory extends DailyCells {
    private final boolean ofUsers;
    private final List<Statistics> statistics;
    private final Plays plays = new Plays();

    private WatchHistory(boolean ofUsers, int size, List<Statistics> statistics) {
        super(
                ofUsers ? FeatureRequests::user : FeatureRequests::item,
                size,
                statistics.stream().flatMap(some -> some.columns().stream()).toList());
        this.ofUsers = ofUsers;
        this.statistics = statistics;
    }

    /** {@code user-history}: plays by user. */
    public record OfUsers(
            @Key(value = Shrinkage.KEY, byDefault = Shrinkage.DEFAULT, because = Shrinkage.REASON) double priorPlays)
            implements FeatureGroupConfig {
        public OfUsers {
            Shrinkage.require(priorPlays);
        }

        @Override
        public String name() {
            return "user-history";
        }

        @Override
        public boolean splitsByUser() {
            return true;
        }

        @Override
        public FeatureGroup create(GroupContext context) {
            int users = context.tables().userCount();
            WatchRules rules = context.rules();
            Shrinkage shrinkage = new Shrinkage(priorPlays);
            WatchStatistics all = new WatchStatistics("user", users, shrinkage, rules);
            return new WatchHistory(
                    true,
                    users,
                    List.of(
                            all,
                            new RecentDays("user", users, shrinkage, rules, all.means()),
                            new LikedPlays("user", users, rules),
                            new LastPlays("user", users, shrinkage, rules, all)));
        }
    }

    /** {@code item-history}: plays by item. */
    public record OfItems(
            @Key(value = Shrinkage.KEY, byDefault = Shrinkage.DEFAULT, because = Shrinkage.REASON) double priorPlays)
            implements FeatureGroupConfig {
        public OfItems {
            Shrinkage.require(priorPlays);
        }

        @Override
        public String name() {
            return "item-history";
        }

        @Override
        public boolean splitsByUser() {
            return true;
        }

        @Override
        public FeatureGroup create(GroupContext context) {
            int items = context.tables().itemCount();
            WatchRules rules = context.rules();
            Shrinkage shrinkage = new Shrinkage(priorPlays);
            WatchStatistics all = new WatchStatistics("item", items, shrinkage, rules);
            RecentDays recent = new RecentDays("item", items, shrinkage, rules, all.means());
            return new WatchHistory(
                    false, items, List.of(all, recent, new LikedPlays("item", items, rules), new ItemTrend(recent)));
        }
    }

    @Override
    public void observe(ObservedPlays some) {
        for (int begin = 0; begin < some.size(); begin += Plays.MOST) {
            int end = Math.min(some.size(), begin + Plays.MOST);
            plays.read(some, begin, end, ofUsers);
            for (Statistics statistic : statistics) {
                statistic.observe(plays, end - begin, some.day(begin));
            }
        }
    }

    @Override
    protected void write(int one, int asOfDay, float[] into, int offset) {
        int at = offset;
        for (Statistics some : statistics) {
            some.write(one, asOfDay, into, at);
            at += some.columns().size();
        }
    }

    @Override
    public void shared(SharedCounts counts) {
        for (Statistics some : statistics) {
            some.sharedOfAll(counts);
            if (!ofUsers) {
                some.sharedOfEach(counts);
            }
        }
    }

    @Override
    public void state(StateColumns columns) throws IOException {
        for (Statistics some : statistics) {
            some.state(columns);
        }
    }
}
