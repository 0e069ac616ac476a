package dev.linger.features.affinity;

import dev.linger.data.InteractionLog;
import dev.linger.features.DayTable;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureGroup;
import dev.linger.features.FeatureRequests;
import dev.linger.features.history.Shrinkage;
import java.util.List;

/**
 * Plays before the as-of day, each by its quantile among plays of about the same duration rather than by its watch ratio,
 * which mostly measures shortness: of the item, of the user, and of the user with the item's author. Means of item and
 * user are shrunk to 1/2, which is an ordinary play, the share of plays above .8 to .2, and the mean of user and author
 * to the user's.
 *
 * <p>Memory: 8 bytes a pair of user and author.
 */
public final class DebiasedHistory implements FeatureGroup {
    /** Quantile of an ordinary play. */
    static final double ORDINARY = 0.5;

    private static final String NO_PLAYS = "no such play, and nothing to shrink to";
    private static final int ITEM_CELLS = 5;

    private static final List<FeatureColumn> COLUMNS = List.of(
            FeatureColumn.numeric("item_quantile", "quantile", NO_PLAYS),
            FeatureColumn.numeric("item_high_share", "1", NO_PLAYS),
            FeatureColumn.numeric("item_quantile_3d", "quantile", NO_PLAYS),
            FeatureColumn.numeric("item_high_share_3d", "1", NO_PLAYS),
            FeatureColumn.numeric("item_high_decayed_1d", "1", "never"),
            FeatureColumn.numeric("user_quantile", "quantile", NO_PLAYS),
            FeatureColumn.numeric("user_author_quantile", "quantile", "the item's author is not known"));

    // Plays and the sum of quantiles of a pair stand together, for pairs are met in no order.
    private static final int WIDTH = 2;

    private static final int BATCH_ROWS = 256;

    private final double[] quantiles;
    private final Shrinkage shrinkage;
    private final ItemValues authors;
    private final PairIndex pairs;
    private final DebiasedItems items;
    private final DayTable itemTable;
    private final int[] userPlays;
    private final double[] userSum;
    private final int[] counted;
    private final int[] found = new int[BATCH_ROWS];

    /**
     * @param quantiles of each play of the log, fitted to no play of an as-of day asked for, or later
     * @param authors the author of each item
     * @param pairs of users and authors
     */
    public DebiasedHistory(
            int userCount, double[] quantiles, ItemValues authors, PairIndex pairs, Shrinkage shrinkage) {
        this.quantiles = quantiles;
        this.shrinkage = shrinkage;
        this.authors = authors;
        this.pairs = pairs;
        this.items = new DebiasedItems(authors.itemCount(), shrinkage);
        this.itemTable = new DayTable(authors.itemCount(), ITEM_CELLS, items::write);
        this.userPlays = new int[userCount];
        this.userSum = new double[userCount];
        this.counted = new int[Math.multiplyExact(pairs.size(), WIDTH)];
    }

    @Override
    public List<FeatureColumn> columns() {
        return COLUMNS;
    }

    @Override
    public void observe(InteractionLog log, int from, int to) {
        int day = log.day(from);
        for (int row = from; row < to; row++) {
            items.observe(log.item(row), day, quantiles[row]);
            userPlays[log.user(row)]++;
            userSum[log.user(row)] += quantiles[row];
        }
        for (int begin = from; begin < to; begin += BATCH_ROWS) {
            observePairs(log, begin, Math.min(to, begin + BATCH_ROWS));
        }
    }

    // A short loop meets the pairs first: the processor waits for several of them at once.
    private void observePairs(InteractionLog log, int from, int to) {
        for (int row = from; row < to; row++) {
            int item = log.item(row);
            int at = authors.first(item);
            boolean known = at < authors.first(item + 1);
            found[row - from] = known ? pairs.ofPlay(row, log.user(row), authors.value(at)) * WIDTH : PairIndex.NONE;
        }
        for (int at = 0; at < to - from; at++) {
            if (found[at] != PairIndex.NONE) {
                counted[found[at]]++;
            }
        }
        for (int at = 0; at < to - from; at++) {
            if (found[at] != PairIndex.NONE) {
                int sum = found[at] + 1;
                counted[sum] =
                        Float.floatToRawIntBits(Float.intBitsToFloat(counted[sum]) + (float) quantiles[from + at]);
            }
        }
    }

    @Override
    public void startDay(int asOfDay) {
        itemTable.startDay(asOfDay);
    }

    @Override
    public void fill(FeatureRequests requests, int from, int to, float[] cells, int offset, int stride) {
        itemTable.copy(requests.item(), from, to, cells, offset, stride);
        int at = offset + ITEM_CELLS;
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
        int pair = pairs.find(user, authors.value(authors.first(item))) * WIDTH;
        return pair < 0
                ? shrinkage.mean(0, 0, ofUser)
                : shrinkage.mean(Float.intBitsToFloat(counted[pair + 1]), counted[pair], ofUser);
    }
}
