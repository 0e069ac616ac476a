package dev.linger.features.affinity;

import dev.linger.data.Friends;
import dev.linger.data.SideData;
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
import java.util.Set;

/**
 * What the user's friends made of the item before the as-of day: how many of them have played it, the mean watch ratio of all their
 * plays of it, and days since the last. Friends are those that the data lists, at any time. Sums of one pair are floats: their
 * error stays below the printed digits.
 */
public final class FriendHistory implements FeatureGroup {
    private static final String NO_FRIENDS = "the data lists no friends of the user";
    private static final String NEVER_PLAYED = NO_FRIENDS + ", or none of them has played the item yet";
    private static final List<FeatureColumn> COLUMNS = List.of(
            FeatureColumn.numeric("friends", "1", NO_FRIENDS),
            FeatureColumn.numeric("friends_played", "1", NO_FRIENDS),
            FeatureColumn.numeric("friends_mean_ratio", "watch ratio", NEVER_PLAYED),
            FeatureColumn.numeric("friends_days_since_last", "days", NEVER_PLAYED));

    private static final int PLAYS = 0;
    private static final int RATIO_SUM = 1;
    private static final int LAST_DAY = 2;
    private static final int WIDTH = 3;

    private final WatchRules rules;
    private final Friends friends;
    private final boolean[] isFriend;
    private final PairCounts pairs;
    private final int[] users = new int[PairCounts.BATCH];
    private final int[] items = new int[PairCounts.BATCH];
    private final double[] ratios = new double[PairCounts.BATCH];
    private final int[] found = new int[PairCounts.BATCH];

    private FriendHistory(Friends friends, int itemCount, WatchRules rules) {
        this.rules = rules;
        this.friends = friends;
        this.isFriend = new boolean[friends.userCount()];
        for (int user = 0; user < friends.userCount(); user++) {
            for (int number = 0; number < friends.count(user); number++) {
                isFriend[friends.of(user, number)] = true;
            }
        }
        this.pairs = new PairCounts(friends.userCount(), itemCount, WIDTH);
    }

    /** {@code friends}. */
    public record Config() implements FeatureGroupConfig {
        @Override
        public String name() {
            return "friends";
        }

        @Override
        public Set<SideData> uses() {
            return Set.of(SideData.FRIENDS);
        }

        @Override
        public FeatureGroup create(GroupContext context) {
            return new FriendHistory(
                    context.tables().userTable().friends(), context.tables().itemCount(), context.rules());
        }
    }

    @Override
    public List<FeatureColumn> columns() {
        return COLUMNS;
    }

    /** Plays of those who are nobody's friend are passed over. */
    @Override
    public void observe(ObservedPlays plays) {
        int day = plays.day(0);
        int met = 0;
        for (int play = 0; play < plays.size(); play++) {
            if (isFriend[plays.user(play)]) {
                users[met] = plays.user(play);
                items[met] = plays.item(play);
                ratios[met++] = rules.capped(plays.watchRatio(play));
            }
            if (met == PairCounts.BATCH || play == plays.size() - 1) {
                count(met, day);
                met = 0;
            }
        }
    }

    private void count(int met, int day) {
        pairs.meet(met, users, items, found);
        for (int at = 0; at < met; at++) {
            int[] counts = pairs.of(users[at]);
            int sum = found[at] + RATIO_SUM;
            counts[sum] = Float.floatToRawIntBits(Float.intBitsToFloat(counts[sum]) + (float) ratios[at]);
            counts[found[at] + LAST_DAY] = day;
        }
    }

    @Override
    public void fill(FeatureRequests requests, int from, int to, float[] cells, int offset, int stride) {
        int at = offset;
        for (int row = from; row < to; row++) {
            write(requests.user()[row], requests.item()[row], requests.asOfDay()[row], cells, at);
            at += stride;
        }
    }

    private void write(int user, int item, int asOfDay, float[] cells, int at) {
        int played = 0;
        int plays = 0;
        double sum = 0;
        int last = Integer.MIN_VALUE;
        for (int number = 0; number < friends.count(user); number++) {
            int friend = friends.of(user, number);
            int pair = pairs.find(friend, item);
            if (pair != PairCounts.NONE) {
                int[] counts = pairs.of(friend);
                played++;
                plays += counts[pair + PLAYS];
                sum += Float.intBitsToFloat(counts[pair + RATIO_SUM]);
                last = Math.max(last, counts[pair + LAST_DAY]);
            }
        }
        boolean hasFriends = friends.count(user) > 0;
        cells[at] = hasFriends ? friends.count(user) : Float.NaN;
        cells[at + 1] = hasFriends ? played : Float.NaN;
        cells[at + 2] = played > 0 ? (float) (sum / plays) : Float.NaN;
        cells[at + 3] = played > 0 ? asOfDay - last : Float.NaN;
    }

    @Override
    public void state(StateColumns columns) throws IOException {
        pairs.state(columns);
    }
}
