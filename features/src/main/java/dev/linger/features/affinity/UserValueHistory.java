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

    // What is counted of a pair stands together, for pairs are met in no order: one look into memory, not four.
    private static final int PLAYS = 0;
    private static final int RATIO_SUM = 1;
    private static final int COMPLETED = 2;
    private static final int LAST_DAY = 3;
    private static final int WIDTH = 4;

    private final ItemValues values;
    private final PairIndex pairs;
    private final List<FeatureColumn> columns;
    private final Shrinkage shrinkage;
    private final double ratioCap;
    private final ShrunkMeans users;
    private final int[] counted;

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
        this.counted = new int[Math.multiplyExact(pairs.size(), WIDTH)];
    }

    @Override
    public List<FeatureColumn> columns() {
        return columns;
    }

    @Override
    public void observe(InteractionLog log, int from, int to) {
        int day = log.day(from);
        for (int row = from; row < to; row++) {
            int user = log.user(row);
            int item = log.item(row);
            double ratio = log.watchRatio(row);
            users.observe(user, ratio);
            float capped = (float) Math.min(ratio, ratioCap);
            int end = values.first(item + 1);
            for (int at = values.first(item); at < end; at++) {
                int pair = pairs.ofPlay(row, user, values.value(at)) * WIDTH;
                counted[pair + PLAYS]++;
                counted[pair + RATIO_SUM] =
                        Float.floatToRawIntBits(Float.intBitsToFloat(counted[pair + RATIO_SUM]) + capped);
                counted[pair + COMPLETED] += ratio >= 1 ? 1 : 0;
                counted[pair + LAST_DAY] = day;
            }
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
        for (int at = begin; at < end; at++) {
            int pair = pairs.find(user, values.value(at));
            int played = pair == PairIndex.NONE ? 0 : counted[pair * WIDTH + PLAYS];
            if (played == 0) {
                ratio += shrinkage.mean(0, 0, userRatio);
                completion += shrinkage.mean(0, 0, userCompletion);
                continue;
            }
            count += played;
            ratio += shrinkage.mean(Float.intBitsToFloat(counted[pair * WIDTH + RATIO_SUM]), played, userRatio);
            completion += shrinkage.mean(counted[pair * WIDTH + COMPLETED], played, userCompletion);
            last = Math.max(last, counted[pair * WIDTH + LAST_DAY]);
        }
        cells[offset] = (float) (count / (end - begin));
        cells[offset + 1] = (float) (ratio / (end - begin));
        cells[offset + 2] = (float) (completion / (end - begin));
        cells[offset + 3] = last == NEVER ? Float.NaN : asOfDay - last;
    }
}
