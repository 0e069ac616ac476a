package dev.linger.features.history;

import dev.linger.features.FeatureColumn;
import dev.linger.features.SharedCounts;
import dev.linger.features.StateColumns;
import java.io.IOException;
import java.util.List;

/**
 * Whether an item is rising. With p(d) its plays and a(d) all plays of the last d days:
 *
 * <pre>
 * completion trend = completion of the last day - completion of the last 7, both smoothed
 * share            = p(1) / a(1)
 * share growth     = ln((1 + p(1)) / (1 + p(7) a(1) / a(7)))
 * </pre>
 *
 * <p>The growth compares the last day's plays with those that the item's share of the last 7 days would give.
 */
final class ItemTrend implements Statistics {
    private static final int ALL = 0;
    private static final List<FeatureColumn> COLUMNS = List.of(
            FeatureColumn.numeric("item_completion_trend", "1", NOTHING_YET),
            FeatureColumn.numeric("item_play_share_1d", "1", "nobody played anything on the last day"),
            FeatureColumn.numeric("item_play_share_growth", "ln", "nobody played anything in the last 7 days"));

    private final RecentDays items;
    private final DaySums allPlays = new DaySums(1, 1);

    /** @param items recent days of the items, kept by another */
    ItemTrend(RecentDays items) {
        this.items = items;
    }

    @Override
    public List<FeatureColumn> columns() {
        return COLUMNS;
    }

    @Override
    public void observe(Plays plays, int count, int day) {
        allPlays.add(allPlays.today(ALL, day), count);
    }

    @Override
    public void state(StateColumns columns) throws IOException {
        allPlays.state(columns);
    }

    @Override
    public void sharedOfAll(SharedCounts counts) {
        allPlays.shared(counts);
    }

    /** There is nothing: the recent days list it. */
    @Override
    public void sharedOfEach(SharedCounts counts) {}

    @Override
    public void write(int of, int asOfDay, float[] cells, int at) {
        double last = items.plays(of, asOfDay, 1);
        double all = allPlays.before(ALL, 0, asOfDay, 1);
        double expected = items.plays(of, asOfDay, 7) * all / allPlays.before(ALL, 0, asOfDay, 7);
        cells[at] = (float) (items.completion(of, asOfDay, 1) - items.completion(of, asOfDay, 7));
        cells[at + 1] = (float) (last / all);
        cells[at + 2] = (float) StrictMath.log((1 + last) / (1 + expected));
    }
}
