package dev.linger.features.affinity;

import dev.linger.data.ItemTable;
import dev.linger.data.WatchRules;
import dev.linger.data.config.Key;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureGroup;
import dev.linger.features.FeatureGroupConfig;
import dev.linger.features.FeatureRequests;
import dev.linger.features.GroupContext;
import dev.linger.features.ObservedPlays;
import dev.linger.features.StateColumns;
import dev.linger.features.history.Shrinkage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How the user has watched what has the item's author, or its tags, before the as-of day: plays, mean watch ratio and
 * completion, shrunk to the user's own, and days since the last such play. Of an item with several values it is the mean
 * over them, and the latest of the days. Sums of one pair are floats: their error stays below the printed digits.
 */
public final class UserValueHistory implements FeatureGroup {
    private static final int NEVER = Integer.MIN_VALUE;

    private static final int PLAYS = 0;
    private static final int RATIO_SUM = 1;
    private static final int COMPLETED = 2;
    private static final int LAST_DAY = 3;
    private static final int WIDTH = 4;

    private static final int BATCH = 256;

    private final ItemValues values;
    private final List<FeatureColumn> columns;
    private final Shrinkage shrinkage;
    private final WatchRules rules;
    private final UserMeans users;
    private final PairCounts pairs;

    /** @param name with which the columns begin */
    private UserValueHistory(String name, ItemValues values, Shrinkage shrinkage, GroupContext context) {
        this.values = values;
        String missing = "not known of the item";
        this.columns = List.of(
                FeatureColumn.numeric(name + "_plays", "1", missing),
                FeatureColumn.numeric(name + "_mean_ratio", "watch ratio", missing + ", or nothing played yet"),
                FeatureColumn.numeric(name + "_completion", "1", missing + ", or nothing played yet"),
                FeatureColumn.numeric(name + "_days_since_last", "days", missing + ", or not played yet"));
        this.shrinkage = shrinkage;
        this.rules = context.rules();
        this.users = UserMeans.shared(context, shrinkage);
        this.pairs = new PairCounts(context.tables().userCount(), WIDTH);
    }

    /** {@code user-author}. */
    public record OfAuthors(
            @Key(value = Shrinkage.KEY, byDefault = Shrinkage.DEFAULT, because = Shrinkage.REASON) double priorPlays)
            implements FeatureGroupConfig {
        public OfAuthors {
            Shrinkage.require(priorPlays);
        }

        @Override
        public String name() {
            return "user-author";
        }

        @Override
        public FeatureGroup create(GroupContext context) {
            ItemValues authors = ItemValues.creators(context.tables().itemTable());
            return new UserValueHistory("user_author", authors, new Shrinkage(priorPlays), context);
        }
    }

    /** {@code user-tag}: tags, and the topics that the item table has. */
    public record OfTags(
            @Key(value = Shrinkage.KEY, byDefault = Shrinkage.DEFAULT, because = Shrinkage.REASON) double priorPlays)
            implements FeatureGroupConfig {
        public OfTags {
            Shrinkage.require(priorPlays);
        }

        @Override
        public String name() {
            return "user-tag";
        }

        @Override
        public FeatureGroup create(GroupContext context) {
            ItemTable items = context.tables().itemTable();
            Shrinkage shrinkage = new Shrinkage(priorPlays);
            List<FeatureGroup> kinds = new ArrayList<>();
            kinds.add(new UserValueHistory("user_tag", ItemValues.tags(items), shrinkage, context));
            for (ItemTable.Topic topic : items.roles().topics()) {
                ItemValues values = ItemValues.categories(items.category(topic));
                kinds.add(new UserValueHistory("user_" + topic.name(), values, shrinkage, context));
            }
            return JoinedGroups.of(kinds);
        }
    }

    @Override
    public List<FeatureColumn> columns() {
        return columns;
    }

    @Override
    public void observe(ObservedPlays plays) {
        for (int begin = 0; begin < plays.size(); begin += BATCH) {
            int end = Math.min(plays.size(), begin + BATCH);
            for (int play = begin; play < end; play++) {
                touch(plays.user(play), plays.item(play));
            }
            for (int play = begin; play < end; play++) {
                observe(plays.user(play), plays.item(play), plays.watchRatio(play), plays.day(play));
            }
        }
    }

    private void touch(int user, int item) {
        int end = values.first(item + 1);
        for (int at = values.first(item); at < end; at++) {
            pairs.touch(user, values.value(at));
        }
    }

    private void observe(int user, int item, double ratio, int day) {
        int end = values.first(item + 1);
        for (int at = values.first(item); at < end; at++) {
            int pair = pairs.meet(user, values.value(at));
            int[] counts = pairs.of(user);
            counts[pair + PLAYS]++;
            float sum = Float.intBitsToFloat(counts[pair + RATIO_SUM]) + (float) rules.capped(ratio);
            counts[pair + RATIO_SUM] = Float.floatToRawIntBits(sum);
            counts[pair + COMPLETED] += rules.isCompleted(ratio) ? 1 : 0;
            counts[pair + LAST_DAY] = day;
        }
    }

    @Override
    public void fill(FeatureRequests requests, int from, int to, float[] cells, int offset, int stride) {
        int at = offset;
        for (int row = from; row < to; row++) {
            fill(requests.user()[row], requests.item()[row], requests.asOfDay()[row], cells, at);
            at += stride;
        }
    }

    private void fill(int user, int item, int asOfDay, float[] cells, int offset) {
        int begin = values.first(item);
        int end = values.first(item + 1);
        if (begin == end) {
            Arrays.fill(cells, offset, offset + columns.size(), Float.NaN);
            return;
        }
        double userRatio = users.meanRatio(user);
        double userCompletion = users.completion(user);
        double count = 0;
        double ratio = 0;
        double completion = 0;
        int last = NEVER;
        int[] counts = pairs.of(user);
        for (int at = begin; at < end; at++) {
            int pair = pairs.find(user, values.value(at));
            if (pair == PairCounts.NONE) {
                ratio += shrinkage.mean(0, 0, userRatio);
                completion += shrinkage.mean(0, 0, userCompletion);
                continue;
            }
            int played = counts[pair + PLAYS];
            count += played;
            ratio += shrinkage.mean(Float.intBitsToFloat(counts[pair + RATIO_SUM]), played, userRatio);
            completion += shrinkage.mean(counts[pair + COMPLETED], played, userCompletion);
            last = Math.max(last, counts[pair + LAST_DAY]);
        }
        cells[offset] = (float) (count / (end - begin));
        cells[offset + 1] = (float) (ratio / (end - begin));
        cells[offset + 2] = (float) (completion / (end - begin));
        cells[offset + 3] = last == NEVER ? Float.NaN : asOfDay - last;
    }

    @Override
    public void state(StateColumns state) throws IOException {
        pairs.state(state);
    }
}
