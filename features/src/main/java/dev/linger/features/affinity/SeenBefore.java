package dev.linger.features.affinity;

import dev.linger.data.duration.WatchRules;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureGroup;
import dev.linger.features.FeatureGroupConfig;
import dev.linger.features.FeatureRequests;
import dev.linger.features.GroupContext;
import dev.linger.features.ObservedPlays;
import dev.linger.features.StateColumns;
import java.io.IOException;
import java.util.List;

/** What the user made of this very item before the as-of day: plays, watch ratio of the last one, and days since. */
public final class SeenBefore implements FeatureGroup {
    private static final String NEVER_PLAYED = "the user has not played the item yet";
    private static final List<FeatureColumn> COLUMNS = List.of(
            FeatureColumn.numeric("seen_plays", "1", "never"),
            FeatureColumn.numeric("seen_last_ratio", "watch ratio", NEVER_PLAYED),
            FeatureColumn.numeric("seen_days_since", "days", NEVER_PLAYED));

    private static final int PLAYS = 0;
    private static final int LAST_RATIO = 1;
    private static final int LAST_DAY = 2;
    private static final int WIDTH = 3;

    private final WatchRules rules;
    private final ItemValues itself;
    private final PairCounts pairs;
    private final int[] users = new int[PairCounts.BATCH];
    private final int[] items = new int[PairCounts.BATCH];
    private final int[] found = new int[PairCounts.BATCH];

    private SeenBefore(int userCount, int itemCount, WatchRules rules) {
        this.rules = rules;
        this.itself = ItemValues.items(itemCount);
        this.pairs = new PairCounts(userCount, itemCount, WIDTH);
    }

    /** {@code seen-before}. */
    public record Config() implements FeatureGroupConfig {
        @Override
        public String name() {
            return "seen-before";
        }

        @Override
        public boolean splitsByUser() {
            return true;
        }

        @Override
        public FeatureGroup create(GroupContext context) {
            return new SeenBefore(context.tables().userCount(), context.tables().itemCount(), context.rules());
        }
    }

    @Override
    public List<FeatureColumn> columns() {
        return COLUMNS;
    }

    @Override
    public void observe(ObservedPlays plays) {
        pairs.follow(plays, itself);
        int day = plays.day(0);
        for (int begin = 0; begin < plays.size(); begin += PairCounts.BATCH) {
            int count = Math.min(plays.size() - begin, PairCounts.BATCH);
            for (int at = 0; at < count; at++) {
                users[at] = plays.user(begin + at);
                items[at] = plays.item(begin + at);
            }
            pairs.meet(count, users, items, found);
            for (int at = 0; at < count; at++) {
                int[] counts = pairs.of(users[at]);
                float ratio = (float) rules.capped(plays.watchRatio(begin + at));
                counts[found[at] + LAST_RATIO] = Float.floatToRawIntBits(ratio);
                counts[found[at] + LAST_DAY] = day;
            }
        }
    }

    @Override
    public void fill(FeatureRequests requests, int from, int to, float[] cells, int offset, int stride) {
        int at = offset;
        for (int row = from; row < to; row++) {
            int user = requests.user()[row];
            int pair = pairs.find(user, requests.item()[row]);
            int[] counts = pairs.of(user);
            boolean never = pair == PairCounts.NONE;
            cells[at] = never ? 0 : counts[pair + PLAYS];
            cells[at + 1] = never ? Float.NaN : Float.intBitsToFloat(counts[pair + LAST_RATIO]);
            cells[at + 2] = never ? Float.NaN : requests.asOfDay()[row] - counts[pair + LAST_DAY];
            at += stride;
        }
    }

    @Override
    public void state(StateColumns columns) throws IOException {
        pairs.state(columns);
    }
}
