package dev.linger.features.affinity;

import dev.linger.data.SideData;
import dev.linger.data.config.Key;
import dev.linger.data.duration.WatchQuantiles;
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
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Plays before the as-of day, each by its quantile among plays of about the same duration rather than by its watch ratio,
 * which mostly measures shortness: of the item, of the user, and of the user with the item's author. Means of item and
 * user are shrunk to 1/2, which is an ordinary play, the share of plays above .8 to .2, and the mean of user and author
 * to the user's. The sum of a pair is a float: its error stays below the printed digits.
 */
public final class DebiasedHistory implements FeatureGroup {
    /** Quantile of an ordinary play. */
    static final double ORDINARY = 0.5;

    static final String NO_PLAYS = "no such play, and nothing to shrink to";

    private static final int PLAYS = 0;
    private static final int QUANTILE_SUM = 1;
    private static final int WIDTH = 2;

    private final WatchQuantiles quantiles;
    private final Shrinkage shrinkage;
    private final ItemValues authors;
    private final DebiasedItems items;
    private final List<FeatureColumn> columns;
    private final int[] userPlays;
    private final double[] userSum;
    private final PairCounts pairs;
    private final double[] ofPlays = new double[PairCounts.BATCH];
    private final int[] users = new int[PairCounts.BATCH];
    private final int[] values = new int[PairCounts.BATCH];
    private final int[] found = new int[PairCounts.BATCH];

    private DebiasedHistory(int userCount, WatchQuantiles quantiles, ItemValues authors, Shrinkage shrinkage) {
        this.quantiles = quantiles;
        this.shrinkage = shrinkage;
        this.authors = authors;
        this.items = new DebiasedItems(authors.itemCount(), shrinkage);
        this.columns = Stream.concat(
                        items.columns().stream(),
                        Stream.of(
                                FeatureColumn.numeric("user_quantile", "quantile", NO_PLAYS),
                                FeatureColumn.numeric(
                                        "user_author_quantile", "quantile", "the item's author is not known")))
                .toList();
        this.userPlays = new int[userCount];
        this.userSum = new double[userCount];
        this.pairs = new PairCounts(userCount, authors.valueCount(), WIDTH);
    }

    /** {@code debiased-history}. */
    public record Config(
            @Key(value = Shrinkage.KEY, byDefault = Shrinkage.DEFAULT, because = Shrinkage.REASON) double priorPlays,
            @Key(
                            value =
                                    "most buckets of durations, with about the same number of plays of the history in each, >= 1",
                            byDefault = "20",
                            because = "within one, watch ratios hardly depend on the duration any more")
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
            return "debiased-history";
        }

        @Override
        public boolean splitsByUser() {
            return true;
        }

        @Override
        public Set<SideData> uses() {
            return Set.of(SideData.PLAYS, SideData.CREATORS);
        }

        @Override
        public FeatureGroup create(GroupContext context) {
            return new DebiasedHistory(
                    context.tables().userCount(),
                    context.quantiles(buckets),
                    ItemValues.creators(context.tables().itemTable()),
                    new Shrinkage(priorPlays));
        }
    }

    @Override
    public List<FeatureColumn> columns() {
        return columns;
    }

    @Override
    public void observe(ObservedPlays plays) {
        pairs.follow(plays, authors);
        int day = plays.day(0);
        for (int begin = 0; begin < plays.size(); begin += PairCounts.BATCH) {
            int end = Math.min(plays.size(), begin + PairCounts.BATCH);
            plays.quantiles(quantiles, begin, end, ofPlays);
            for (int play = begin; play < end; play++) {
                double quantile = ofPlays[play - begin];
                items.observe(plays.item(play), day, quantile);
                userPlays[plays.user(play)]++;
                userSum[plays.user(play)] += quantile;
            }
            observePairs(plays, begin, end);
        }
    }

    private void observePairs(ObservedPlays plays, int begin, int end) {
        int met = 0;
        for (int play = begin; play < end; play++) {
            int at = authors.first(plays.item(play));
            if (at < authors.first(plays.item(play) + 1)) {
                users[met] = plays.user(play);
                values[met] = authors.value(at);
                ofPlays[met++] = ofPlays[play - begin];
            }
        }
        pairs.meet(met, users, values, found);
        for (int at = 0; at < met; at++) {
            int[] counts = pairs.of(users[at]);
            int sum = found[at] + QUANTILE_SUM;
            counts[sum] = Float.floatToRawIntBits(Float.intBitsToFloat(counts[sum]) + (float) ofPlays[at]);
        }
    }

    @Override
    public void startDay(int asOfDay) {
        items.startDay(asOfDay);
    }

    @Override
    public void fill(FeatureRequests requests, int from, int to, float[] cells, int offset, int stride) {
        items.fill(requests, from, to, cells, offset, stride);
        int at = offset + items.columns().size();
        for (int row = from; row < to; row++) {
            int user = requests.user()[row];
            double ofUser = shrinkage.mean(userSum[user], userPlays[user], ORDINARY);
            cells[at] = (float) ofUser;
            cells[at + 1] = (float) ofUserAndAuthor(user, requests.item()[row], ofUser);
            at += stride;
        }
    }

    private double ofUserAndAuthor(int user, int item, double ofUser) {
        if (authors.first(item) == authors.first(item + 1)) {
            return Double.NaN;
        }
        int pair = pairs.find(user, authors.value(authors.first(item)));
        if (pair == PairCounts.NONE) {
            return shrinkage.mean(0, 0, ofUser);
        }
        int[] counts = pairs.of(user);
        return shrinkage.mean(Float.intBitsToFloat(counts[pair + QUANTILE_SUM]), counts[pair + PLAYS], ofUser);
    }

    @Override
    public void shared(SharedCounts counts) {
        items.shared(counts);
    }

    @Override
    public void state(StateColumns columns) throws IOException {
        items.state(columns);
        columns.ints(userPlays);
        columns.doubles(userSum);
        pairs.state(columns);
    }
}
