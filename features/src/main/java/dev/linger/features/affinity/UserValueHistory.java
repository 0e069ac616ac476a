package dev.linger.features.affinity;

import dev.linger.data.ItemTable;
import dev.linger.data.SideData;
import dev.linger.data.config.Key;
import dev.linger.data.duration.WatchRules;
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
import java.util.Set;

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

    private final ItemValues values;
    private final List<FeatureColumn> columns;
    private final Shrinkage shrinkage;
    private final WatchRules rules;
    private final UserMeans users;
    private final PairCounts pairs;
    private final int[] user = new int[PairCounts.BATCH];
    private final int[] value = new int[PairCounts.BATCH];
    private final double[] ratio = new double[PairCounts.BATCH];
    private final int[] found = new int[PairCounts.BATCH];

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
        this.pairs = new PairCounts(context.tables().userCount(), values.valueCount(), WIDTH);
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
        public boolean splitsByUser() {
            return true;
        }

        @Override
        public Set<SideData> uses() {
            return Set.of(SideData.CREATORS);
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
        public boolean splitsByUser() {
            return true;
        }

        @Override
        public Set<SideData> uses() {
            return Set.of(SideData.TAGS, SideData.TOPICS);
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
        pairs.follow(plays, values);
        int day = plays.day(0);
        int met = 0;
        for (int play = 0; play < plays.size(); play++) {
            int item = plays.item(play);
            int end = values.first(item + 1);
            for (int at = values.first(item); at < end; at++) {
                if (met == PairCounts.BATCH) {
                    count(met, day);
                    met = 0;
                }
                user[met] = plays.user(play);
                value[met] = values.value(at);
                ratio[met++] = plays.watchRatio(play);
            }
        }
        count(met, day);
    }

    private void count(int met, int day) {
        pairs.meet(met, user, value, found);
        for (int at = 0; at < met; at++) {
            int[] counts = pairs.of(user[at]);
            int pair = found[at];
            float sum = Float.intBitsToFloat(counts[pair + RATIO_SUM]) + (float) rules.capped(ratio[at]);
            counts[pair + RATIO_SUM] = Float.floatToRawIntBits(sum);
            counts[pair + COMPLETED] += rules.isCompleted(ratio[at]) ? 1 : 0;
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
