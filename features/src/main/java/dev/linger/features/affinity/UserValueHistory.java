package dev.linger.features.affinity;

import dev.linger.data.InteractionLog;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureGroup;
import dev.linger.features.FeatureRequests;
import dev.linger.features.history.Shrinkage;
import dev.linger.features.history.ShrunkMeans;
import java.util.Arrays;
import java.util.List;

/**
 * How the user has watched what has the item's author, or its tags, before the as-of day: plays, mean watch ratio and
 * completion, shrunk to the user's own, and days since the last such play. Of an item with several values it is the mean
 * over them, and the latest of the days.
 *
 * <p>Memory: 16 bytes a pair. Sums of one pair are floats: their error stays below the printed digits.
 */
public final class UserValueHistory implements FeatureGroup {
    private static final int NEVER = Integer.MIN_VALUE;

    private final ItemValues values;
    private final PairIndex pairs;
    private final List<FeatureColumn> columns;
    private final Shrinkage shrinkage;
    private final double ratioCap;
    private final ShrunkMeans users;
    private final int[] plays;
    private final float[] ratioSum;
    private final int[] completed;
    private final int[] lastDay;

    /** @param name with which the columns begin */
    public UserValueHistory(
            String name, int userCount, ItemValues values, PairIndex pairs, Shrinkage shrinkage, double ratioCap) {
        this.values = values;
        this.pairs = pairs;
        String missing = "not known of the item";
        this.columns = List.of(
                FeatureColumn.numeric(name + "_plays", "1", missing),
                FeatureColumn.numeric(name + "_mean_ratio", "watch ratio", missing + ", or nothing played yet"),
                FeatureColumn.numeric(name + "_completion", "1", missing + ", or nothing played yet"),
                FeatureColumn.numeric(name + "_days_since_last", "days", missing + ", or not played yet"));
        this.shrinkage = shrinkage;
        this.ratioCap = ratioCap;
        this.users = new ShrunkMeans(userCount, shrinkage, ratioCap);
        this.plays = new int[pairs.size()];
        this.ratioSum = new float[pairs.size()];
        this.completed = new int[pairs.size()];
        this.lastDay = new int[pairs.size()];
    }

    @Override
    public List<FeatureColumn> columns() {
        return columns;
    }

    @Override
    public void observe(InteractionLog log, int row) {
        int user = log.user(row);
        double ratio = log.watchRatio(row);
        users.observe(user, ratio);
        int end = values.first(log.item(row) + 1);
        for (int at = values.first(log.item(row)); at < end; at++) {
            int pair = pairs.find(user, values.value(at));
            plays[pair]++;
            ratioSum[pair] += (float) Math.min(ratio, ratioCap);
            completed[pair] += ratio >= 1 ? 1 : 0;
            lastDay[pair] = log.day(row);
        }
    }

    @Override
    public void fill(FeatureRequests requests, int row, float[] cells, int offset) {
        int user = requests.user()[row];
        int begin = values.first(requests.item()[row]);
        int end = values.first(requests.item()[row] + 1);
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
        for (int at = begin; at < end; at++) {
            int pair = pairs.find(user, values.value(at));
            int played = pair == PairIndex.NONE ? 0 : plays[pair];
            count += played;
            ratio += shrinkage.mean(played == 0 ? 0 : ratioSum[pair], played, userRatio);
            completion += shrinkage.mean(played == 0 ? 0 : completed[pair], played, userCompletion);
            last = played == 0 ? last : Math.max(last, lastDay[pair]);
        }
        cells[offset] = (float) (count / (end - begin));
        cells[offset + 1] = (float) (ratio / (end - begin));
        cells[offset + 2] = (float) (completion / (end - begin));
        cells[offset + 3] = last == NEVER ? Float.NaN : requests.asOfDay()[row] - last;
    }
}
