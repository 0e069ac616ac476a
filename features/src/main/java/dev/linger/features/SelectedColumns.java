package dev.linger.features;

import dev.linger.data.InteractionLog;
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
    public void observe(InteractionLog log, int row) {
        group.observe(log, row);
    }

    @Override
    public void startDay(int asOfDay) {
        group.startDay(asOfDay);
    }

    @Override
    public void fill(FeatureRequests requests, int row, float[] cells, int offset) {
        float[] all = new float[width];
        group.fill(requests, row, all, 0);
        for (int column = 0; column < kept.length; column++) {
            cells[offset + column] = all[kept[column]];
        }
    }
}
