package dev.linger.features.history;

import dev.linger.data.InteractionLog;
import dev.linger.features.DayTable;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureGroup;
import dev.linger.features.FeatureRequests;
import java.util.List;

/**
 * How a user has watched, or how an item was watched, before the as-of day: all plays, the last days, liked plays, and
 * for a user the last plays, for an item its trend.
 */
public final class WatchHistory implements FeatureGroup {
    private final boolean ofUsers;
    private final List<Statistics> statistics;
    private final List<FeatureColumn> columns;
    private final DayTable table;
    private final Plays plays = new Plays();

    private WatchHistory(boolean ofUsers, int size, List<Statistics> statistics) {
        this.ofUsers = ofUsers;
        this.statistics = statistics;
        this.columns =
                statistics.stream().flatMap(some -> some.columns().stream()).toList();
        this.table = new DayTable(size, columns.size(), this::write);
    }

    /**
     * Plays by user.
     *
     * @param ratioCap larger ratios count as this one in means
     */
    public static WatchHistory ofUsers(int userCount, Shrinkage shrinkage, double ratioCap) {
        WatchStatistics all = new WatchStatistics("user", userCount, shrinkage, ratioCap);
        return new WatchHistory(
                true,
                userCount,
                List.of(
                        all,
                        new RecentDays("user", userCount, shrinkage, ratioCap, all.means()),
                        new LikedPlays("user", userCount),
                        new LastPlays("user", userCount, shrinkage, ratioCap, all)));
    }

    /**
     * Plays by item.
     *
     * @param ratioCap larger ratios count as this one in means
     */
    public static WatchHistory ofItems(int itemCount, Shrinkage shrinkage, double ratioCap) {
        WatchStatistics all = new WatchStatistics("item", itemCount, shrinkage, ratioCap);
        RecentDays recent = new RecentDays("item", itemCount, shrinkage, ratioCap, all.means());
        return new WatchHistory(
                false, itemCount, List.of(all, recent, new LikedPlays("item", itemCount), new ItemTrend(recent)));
    }

    @Override
    public List<FeatureColumn> columns() {
        return columns;
    }

    @Override
    public void observe(InteractionLog log, int from, int to) {
        for (int begin = from; begin < to; begin += Plays.MOST) {
            int end = Math.min(to, begin + Plays.MOST);
            plays.read(log, begin, end, ofUsers);
            for (Statistics some : statistics) {
                some.observe(plays, end - begin, log.day(begin));
            }
        }
    }

    @Override
    public void startDay(int asOfDay) {
        table.startDay(asOfDay);
    }

    @Override
    public void fill(FeatureRequests requests, int from, int to, float[] cells, int offset, int stride) {
        table.copy(ofUsers ? requests.user() : requests.item(), from, to, cells, offset, stride);
    }

    private void write(int of, int asOfDay, float[] cells, int offset) {
        int at = offset;
        for (Statistics some : statistics) {
            some.write(of, asOfDay, cells, at);
            at += some.columns().size();
        }
    }
}
