package dev.linger.features.affinity;

import dev.linger.data.InteractionLog;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureGroup;
import dev.linger.features.FeatureRequests;
import java.util.List;

/**
 * What the user made of this very item before the as-of day: plays, watch ratio of the last one, and days since.
 *
 * <p>Memory: 16 bytes a pair of user and item that was played, the index counted.
 */
public final class SeenBefore implements FeatureGroup {
    private static final String NEVER_PLAYED = "the user has not played the item yet";
    private static final List<FeatureColumn> COLUMNS = List.of(
            FeatureColumn.numeric("seen_plays", "1", "never"),
            FeatureColumn.numeric("seen_last_ratio", "watch ratio", NEVER_PLAYED),
            FeatureColumn.numeric("seen_days_since", "days", NEVER_PLAYED));

    private final PairIndex pairs;
    private final double ratioCap;
    private final int[] plays;
    private final float[] lastRatio;
    private final int[] lastDay;

    /**
     * @param pairs of users and items
     * @param ratioCap larger ratios are given as this one
     */
    public SeenBefore(PairIndex pairs, double ratioCap) {
        this.pairs = pairs;
        this.ratioCap = ratioCap;
        this.plays = new int[pairs.size()];
        this.lastRatio = new float[pairs.size()];
        this.lastDay = new int[pairs.size()];
    }

    @Override
    public List<FeatureColumn> columns() {
        return COLUMNS;
    }

    @Override
    public void observe(InteractionLog log, int row) {
        int pair = pairs.find(log.user(row), log.item(row));
        plays[pair]++;
        lastRatio[pair] = (float) Math.min(log.watchRatio(row), ratioCap);
        lastDay[pair] = log.day(row);
    }

    @Override
    public void fill(FeatureRequests requests, int row, float[] cells, int offset) {
        int pair = pairs.find(requests.user()[row], requests.item()[row]);
        boolean seen = pair != PairIndex.NONE && plays[pair] > 0;
        cells[offset] = seen ? plays[pair] : 0;
        cells[offset + 1] = seen ? lastRatio[pair] : Float.NaN;
        cells[offset + 2] = seen ? requests.asOfDay()[row] - lastDay[pair] : Float.NaN;
    }
}
