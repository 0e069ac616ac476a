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
    public void observe(InteractionLog log, int from, int to) {
        for (FeatureGroup group : groups) {
            group.observe(log, from, to);
        }
    }

    @Override
    public void startDay(int asOfDay) {
        groups.forEach(group -> group.startDay(asOfDay));
    }

    @Override
    public void fill(FeatureRequests requests, int from, int to, float[] cells, int offset, int stride) {
        int at = offset;
        for (FeatureGroup group : groups) {
            group.fill(requests, from, to, cells, at, stride);
            at += group.columns().size();
        }
    }
}
