package dev.linger.features.affinity;

import dev.linger.data.InteractionLog;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureGroup;
import dev.linger.features.FeatureRequests;
import java.util.List;

/**
 * What the user made of this very item before the as-of day: plays, watch ratio of the last one, and days since.
 *
 * <p>Memory: 12 bytes a pair of user and item.
 */
public final class SeenBefore implements FeatureGroup {
    private static final String NEVER_PLAYED = "the user has not played the item yet";
    private static final List<FeatureColumn> COLUMNS = List.of(
            FeatureColumn.numeric("seen_plays", "1", "never"),
            FeatureColumn.numeric("seen_last_ratio", "watch ratio", NEVER_PLAYED),
            FeatureColumn.numeric("seen_days_since", "days", NEVER_PLAYED));

    // What is counted of a pair stands together, for its pairs are met in no order: one look into memory, not three.
    private static final int PLAYS = 0;
    private static final int LAST_RATIO = 1;
    private static final int LAST_DAY = 2;
    private static final int WIDTH = 3;

    private final PairIndex pairs;
    private final double ratioCap;
    private final int[] counted;

    /**
     * @param pairs of users and items
     * @param ratioCap larger ratios are given as this one
     */
    public SeenBefore(PairIndex pairs, double ratioCap) {
        this.pairs = pairs;
        this.ratioCap = ratioCap;
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
            int pair = pairs.ofPlay(row, log.user(row), log.item(row)) * WIDTH;
            counted[pair + PLAYS]++;
            counted[pair + LAST_RATIO] = Float.floatToRawIntBits((float) Math.min(log.watchRatio(row), ratioCap));
            counted[pair + LAST_DAY] = day;
        }
    }

    @Override
    public void fill(FeatureRequests requests, int from, int to, float[] cells, int offset, int stride) {
        int at = offset;
        for (int row = from; row < to; row++) {
            int pair = pairs.find(requests.user()[row], requests.item()[row]);
            int plays = pair == PairIndex.NONE ? 0 : counted[pair * WIDTH + PLAYS];
            cells[at] = plays;
            cells[at + 1] = plays == 0 ? Float.NaN : Float.intBitsToFloat(counted[pair * WIDTH + LAST_RATIO]);
            cells[at + 2] = plays == 0 ? Float.NaN : requests.asOfDay()[row] - counted[pair * WIDTH + LAST_DAY];
            at += stride;
        }
    }
}
