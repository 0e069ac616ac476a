package dev.linger.features.affinity;

import dev.linger.data.InteractionLog;
import dev.linger.data.duration.DurationBuckets;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureGroup;
import dev.linger.features.FeatureRequests;
import dev.linger.features.history.Shrinkage;
import java.util.Arrays;
import java.util.List;

/**
 * How the user has watched videos about as long as the item, before the as-of day: plays, mean watch ratio and
 * completion in the item's bucket of durations, shrunk to the user's own. A play falls into the bucket of the duration
 * that the log says; an item into that of its duration in the side tables or, where they lack it, of its last play.
 *
 * <p>Memory: 16 bytes for each user and bucket.
 */
public final class UserBucketHistory implements FeatureGroup {
    private static final String MISSING = "the item's duration is not known";
    private static final List<FeatureColumn> COLUMNS = List.of(
            FeatureColumn.numeric("user_bucket_plays", "1", MISSING),
            FeatureColumn.numeric("user_bucket_mean_ratio", "watch ratio", MISSING + ", or nothing played yet"),
            FeatureColumn.numeric("user_bucket_completion", "1", MISSING + ", or nothing played yet"));

    private static final int UNKNOWN = -1;

    private final DurationBuckets buckets;
    private final Shrinkage shrinkage;
    private final double ratioCap;
    private final float[] tableDuration;
    private final float[] lastDuration;
    private final int[] bucketOfItem;
    private final UserMeans users;
    private final int[] plays;
    private final double[] ratioSum;
    private final int[] completed;

    /**
     * @param users another group of the same replay
     * @param buckets fitted to no play of an as-of day asked for, or later
     * @param durationMillis of each item as the side tables say it, NaN where missing
     */
    public UserBucketHistory(
            int userCount,
            UserMeans users,
            float[] durationMillis,
            DurationBuckets buckets,
            Shrinkage shrinkage,
            double ratioCap) {
        this.buckets = buckets;
        this.shrinkage = shrinkage;
        this.ratioCap = ratioCap;
        this.tableDuration = durationMillis;
        this.lastDuration = new float[durationMillis.length];
        Arrays.fill(lastDuration, Float.NaN);
        this.bucketOfItem = new int[durationMillis.length];
        this.users = users;
        int cells = Math.multiplyExact(userCount, buckets.count());
        this.plays = new int[cells];
        this.ratioSum = new double[cells];
        this.completed = new int[cells];
    }

    @Override
    public List<FeatureColumn> columns() {
        return COLUMNS;
    }

    @Override
    public void observe(InteractionLog log, int from, int to) {
        for (int row = from; row < to; row++) {
            int user = log.user(row);
            double ratio = log.watchRatio(row);
            lastDuration[log.item(row)] = log.durationMillis(row);
            int cell = user * buckets.count() + buckets.of(log.durationMillis(row));
            plays[cell]++;
            ratioSum[cell] += Math.min(ratio, ratioCap);
            completed[cell] += ratio >= 1 ? 1 : 0;
        }
    }

    @Override
    public void startDay(int asOfDay) {
        for (int item = 0; item < bucketOfItem.length; item++) {
            float duration = Float.isNaN(tableDuration[item]) ? lastDuration[item] : tableDuration[item];
            bucketOfItem[item] = Float.isNaN(duration) ? UNKNOWN : buckets.of(duration);
        }
    }

    @Override
    public void fill(FeatureRequests requests, int from, int to, float[] cells, int offset, int stride) {
        int at = offset;
        for (int row = from; row < to; row++) {
            int user = requests.user()[row];
            int bucket = bucketOfItem[requests.item()[row]];
            if (bucket == UNKNOWN) {
                Arrays.fill(cells, at, at + COLUMNS.size(), Float.NaN);
            } else {
                int cell = user * buckets.count() + bucket;
                cells[at] = plays[cell];
                cells[at + 1] = (float) shrinkage.mean(ratioSum[cell], plays[cell], users.meanRatio(user));
                cells[at + 2] = (float) shrinkage.mean(completed[cell], plays[cell], users.completion(user));
            }
            at += stride;
        }
    }
}
