package dev.linger.features;

import dev.linger.data.InteractionLog;
import java.util.List;

/** Several groups under one name, their columns one after another. */
record JoinedGroups(List<FeatureGroup> groups, List<FeatureColumn> columns) implements FeatureGroup {
    static FeatureGroup of(List<FeatureGroup> groups) {
        return new JoinedGroups(
                List.copyOf(groups),
                groups.stream().flatMap(group -> group.columns().stream()).toList());
    }

    @Override
    public void observe(InteractionLog log, int row) {
        for (FeatureGroup group : groups) {
            group.observe(log, row);
        }
    }

    @Override
    public void startDay(int asOfDay) {
        groups.forEach(group -> group.startDay(asOfDay));
    }

    @Override
    public void fill(FeatureRequests requests, int row, float[] cells, int offset) {
        int at = offset;
        for (FeatureGroup group : groups) {
            group.fill(requests, row, cells, at);
            at += group.columns().size();
        }
    }
}
