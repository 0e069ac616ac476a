package dev.linger.pipeline.audit;

import dev.linger.data.InteractionLog;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureGroup;
import dev.linger.features.FeatureRequests;
import java.util.List;

/** A column that holds the label: the watch ratio of the very play that a row is asked for. */
public final class FutureLabel implements FeatureGroup {
    private static final String NAME = "watch_ratio_of_the_row";

    private final InteractionLog log;
    private final double ratioCap;
    private final List<FeatureColumn> columns;

    /**
     * @param log all plays
     * @param ratioCap larger watch ratios count as this one, as in labels
     * @param admitted whether the column says of itself that it is not known when a list is asked for
     */
    public FutureLabel(InteractionLog log, double ratioCap, boolean admitted) {
        this.log = log;
        this.ratioCap = ratioCap;
        this.columns = List.of(
                new FeatureColumn(NAME, "1", FeatureColumn.Kind.NUMERIC, "the row is no play of the log", !admitted));
    }

    @Override
    public List<FeatureColumn> columns() {
        return columns;
    }

    @Override
    public void fill(FeatureRequests requests, int from, int to, float[] cells, int offset, int stride) {
        for (int row = from; row < to; row++) {
            cells[offset + (row - from) * stride] =
                    ratio(requests.user()[row], requests.item()[row], requests.requestMillis()[row]);
        }
    }

    private float ratio(int user, int item, long time) {
        int play = log.firstRowAtOrAfter(time);
        for (; play < log.size() && log.timestampMillis(play) == time; play++) {
            if (log.user(play) == user && log.item(play) == item) {
                return (float) Math.min(log.watchRatio(play), ratioCap);
            }
        }
        return Float.NaN;
    }
}
