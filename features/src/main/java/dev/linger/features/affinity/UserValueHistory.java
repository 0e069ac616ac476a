package dev.linger.features.affinity;

import dev.linger.data.InteractionLog;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureGroup;
import dev.linger.features.FeatureRequests;
import dev.linger.features.history.Shrinkage;
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

    private static final int BATCH_ROWS = 256;

    private final ItemValues values;
    private final PairIndex pairs;
    private final List<FeatureColumn> columns;
    private final Shrinkage shrinkage;
    private final double ratioCap;
    private final UserMeans users;
    private final int[] counted;
    private final int[] found;
    private final double[] ratios;

    /**
     * @param name with which the columns begin
     * @param users another group of the same replay
     */
    public UserValueHistory(
            String name, UserMeans users, ItemValues values, PairIndex pairs, Shrinkage shrinkage, double ratioCap) {
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
        this.users = users;
        this.counted = new int[Math.multiplyExact(pairs.size(), WIDTH)];
        this.found = new int[Math.multiplyExact(BATCH_ROWS, values.most())];
        this.ratios = new double[found.length];
    }

    @Override
    public List<FeatureColumn> columns() {
        return columns;
    }

    @Override
    public void observe(InteractionLog log, int from, int to) {
        for (int begin = from; begin < to; begin += BATCH_ROWS) {
            int count = find(log, begin, Math.min(to, begin + BATCH_ROWS));
            count(count, log.day(from));
        }
    }

    /** The number of pairs of some plays, and which they are, with the watch ratio of each play. */
    private int find(InteractionLog log, int from, int to) {
        int count = 0;
        for (int row = from; row < to; row++) {
            int user = log.user(row);
            int item = log.item(row);
            double ratio = log.watchRatio(row);
            int end = values.first(item + 1);
            for (int at = values.first(item); at < end; at++) {
                found[count] = pairs.ofPlay(row, user, values.value(at)) * WIDTH;
                ratios[count++] = ratio;
            }
        }
        return count;
    }

    // A short loop meets the pairs first: the processor waits for several of them at once.
    private void count(int count, int day) {
        for (int at = 0; at < count; at++) {
            counted[found[at] + PLAYS]++;
        }
        for (int at = 0; at < count; at++) {
            int pair = found[at];
            float sum = Float.intBitsToFloat(counted[pair + RATIO_SUM]) + (float) Math.min(ratios[at], ratioCap);
            counted[pair + RATIO_SUM] = Float.floatToRawIntBits(sum);
            counted[pair + COMPLETED] += ratios[at] >= 1 ? 1 : 0;
            counted[pair + LAST_DAY] = day;
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
