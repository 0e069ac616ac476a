package dev.linger.features.affinity;

import dev.linger.data.config.Key;
import dev.linger.data.duration.DurationBuckets;
import dev.linger.data.duration.WatchRules;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureGroup;
import dev.linger.features.FeatureGroupConfig;
import dev.linger.features.FeatureRequests;
import dev.linger.features.GroupContext;
import dev.linger.features.ObservedPlays;
import dev.linger.features.SharedCounts;
import dev.linger.features.StateColumns;
import dev.linger.features.history.Shrinkage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * How the user has watched videos about as long as the item, before the as-of day: plays, mean watch ratio and
 * completion in the item's bucket of durations, shrunk to the user's own. A play falls into the bucket of the duration
 * that the log says; an item into that of its duration in the side tables or, where they lack it, of its last play.
 *
 * <p>Memory: 16 bytes for each user and bucket, and 20 for each item.
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
    private final WatchRules rules;
    private final float[] tableDuration;
    private final float[] lastDuration;
    private final long[] lastMillis;
    private final int[] bucketOfItem;
    private final UserMeans users;
    private final int[] plays;
    private final double[] ratioSum;
    private final int[] completed;

    private UserBucketHistory(GroupContext context, DurationBuckets buckets, Shrinkage shrinkage) {
        this.buckets = buckets;
        this.shrinkage = shrinkage;
        this.rules = context.rules();
        this.tableDuration = context.tables().itemTable().durationMillis();
        this.lastDuration = new float[tableDuration.length];
        Arrays.fill(lastDuration, Float.NaN);
        this.lastMillis = new long[tableDuration.length];
        Arrays.fill(lastMillis, Long.MIN_VALUE);
        this.bucketOfItem = new int[tableDuration.length];
        findBuckets();
        this.users = UserMeans.shared(context, shrinkage);
        int cells = Math.multiplyExact(context.tables().userCount(), buckets.count());
        this.plays = new int[cells];
        this.ratioSum = new double[cells];
        this.completed = new int[cells];
    }

    /** {@code user-bucket}. */
    public record Config(
            @Key(value = Shrinkage.KEY, byDefault = Shrinkage.DEFAULT, because = Shrinkage.REASON) double priorPlays,
            @Key(
                            value =
                                    "most buckets of durations, with about the same number of plays of the history in each, >= 1",
                            byDefault = "20",
                            because = "finer ones hold too few plays of one user")
                    int buckets)
            implements FeatureGroupConfig {
        public Config {
            Shrinkage.require(priorPlays);
            if (buckets < 1) {
                throw new IllegalArgumentException("buckets must be >= 1 but was " + buckets);
            }
        }

        @Override
        public String name() {
            return "user-bucket";
        }

        @Override
        public boolean splitsByUser() {
            return true;
        }

        @Override
        public FeatureGroup create(GroupContext context) {
            return new UserBucketHistory(context, context.quantiles(buckets).buckets(), new Shrinkage(priorPlays));
        }
    }

    @Override
    public List<FeatureColumn> columns() {
        return COLUMNS;
    }

    @Override
    public void observe(ObservedPlays observed) {
        for (int play = 0; play < observed.size(); play++) {
            double ratio = observed.watchRatio(play);
            int duration = observed.durationMillis(play);
            int bucket = buckets.of(duration);
            int item = observed.item(play);
            lastDuration[item] = duration;
            if (Float.isNaN(tableDuration[item])) {
                bucketOfItem[item] = bucket;
                lastMillis[item] = observed.timestampMillis(play);
            }
            int cell = observed.user(play) * buckets.count() + bucket;
            plays[cell]++;
            ratioSum[cell] += rules.capped(ratio);
            completed[cell] += rules.isCompleted(ratio) ? 1 : 0;
        }
    }

    @Override
    public void state(StateColumns columns) throws IOException {
        columns.floats(lastDuration);
        columns.ints(plays);
        columns.doubles(ratioSum);
        columns.ints(completed);
        findBuckets();
    }

    /** Of items whose duration the side tables lack: that of their last play by anybody. */
    @Override
    public void shared(SharedCounts counts) {
        counts.last(lastMillis, lastDuration);
        findBuckets();
    }

    private void findBuckets() {
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
