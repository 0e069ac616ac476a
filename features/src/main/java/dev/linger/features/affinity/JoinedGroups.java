package dev.linger.features.affinity;

import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureGroup;
import dev.linger.features.FeatureRequests;
import dev.linger.features.ObservedPlays;
import dev.linger.features.SharedCounts;
import dev.linger.features.StateColumns;
import java.io.IOException;
import java.util.List;

/** Several groups under one name, their columns one after another. */
record JoinedGroups(List<FeatureGroup> groups, List<FeatureColumn> columns) implements FeatureGroup {
    static FeatureGroup of(List<FeatureGroup> groups) {
        return new JoinedGroups(
                List.copyOf(groups),
                groups.stream().flatMap(group -> group.columns().stream()).toList());
    }

    @Override
    public void observe(ObservedPlays plays) {
        groups.forEach(group -> group.observe(plays));
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

    @Override
    public void shared(SharedCounts counts) {
        groups.forEach(group -> group.shared(counts));
    }

    @Override
    public void state(StateColumns columns) throws IOException {
        for (FeatureGroup group : groups) {
            group.state(columns);
        }
    }
}
