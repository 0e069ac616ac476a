package dev.linger.features.replay;

import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureGroup;
import dev.linger.features.FeatureRequests;
import dev.linger.features.ObservedPlays;
import dev.linger.features.SharedCounts;
import dev.linger.features.StateColumns;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/** A group less some of its columns. */
final class SelectedColumns implements FeatureGroup {
    private final FeatureGroup group;
    private final int[] kept;
    private final List<FeatureColumn> columns;
    private final int width;

    private SelectedColumns(FeatureGroup group, int[] kept) {
        this.group = group;
        this.kept = kept;
        this.columns = IntStream.of(kept).mapToObj(group.columns()::get).toList();
        this.width = group.columns().size();
    }

    /** The group itself where none of the names is one of its columns. */
    static FeatureGroup without(FeatureGroup group, Collection<String> excluded) {
        int[] kept = IntStream.range(0, group.columns().size())
                .filter(column -> !excluded.contains(group.columns().get(column).name()))
                .toArray();
        return kept.length == group.columns().size() ? group : new SelectedColumns(group, kept);
    }

    @Override
    public List<FeatureColumn> columns() {
        return columns;
    }

    @Override
    public void observe(ObservedPlays plays) {
        group.observe(plays);
    }

    @Override
    public void state(StateColumns state) throws IOException {
        group.state(state);
    }

    @Override
    public void shared(SharedCounts counts) {
        group.shared(counts);
    }

    @Override
    public void startDay(int asOfDay) {
        group.startDay(asOfDay);
    }

    @Override
    public void fill(FeatureRequests requests, int from, int to, float[] cells, int offset, int stride) {
        float[] all = new float[Math.multiplyExact(to - from, width)];
        group.fill(requests, from, to, all, 0, width);
        int at = offset;
        for (int row = 0; row < all.length; row += width) {
            for (int column = 0; column < kept.length; column++) {
                cells[at + column] = all[row + kept[column]];
            }
            at += stride;
        }
    }
}
