package dev.linger.features.shared;

import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureGroup;
import dev.linger.features.FeatureRequests;
import dev.linger.features.ObservedPlays;
import dev.linger.features.SharedCounts;
import dev.linger.features.StateColumns;
import java.io.IOException;
import java.util.List;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/**
 * A group that observes the plays of some users, and is told what those of all users came to when the day after them begins. What
 * it counts itself of all users together is dropped then, as it is part of that.
 */
final class AmongOthers implements FeatureGroup {
    private final FeatureGroup group;
    private final NavigableMap<Integer, SharedDay> days;

    /** What it knew of all users before it observed; null where it has observed nothing since it was told. */
    private @Nullable SharedDay known;

    private int toldBefore = Integer.MIN_VALUE;

    /** @param days what the plays of all users came to on each day */
    AmongOthers(FeatureGroup group, NavigableMap<Integer, SharedDay> days) {
        this.group = group;
        this.days = days;
    }

    @Override
    public List<FeatureColumn> columns() {
        return group.columns();
    }

    @Override
    public void observe(ObservedPlays plays) {
        if (known == null) {
            known = SharedDay.takenFrom(group);
        }
        group.observe(plays);
    }

    @Override
    public void startDay(int asOfDay) {
        if (known != null) {
            SharedDay.takenFrom(group);
            known.addTo(group);
            known = null;
        }
        days.subMap(toldBefore, true, asOfDay, false).values().forEach(day -> day.addTo(group));
        toldBefore = asOfDay;
        group.startDay(asOfDay);
    }

    @Override
    public void fill(FeatureRequests requests, int from, int to, float[] cells, int offset, int stride) {
        group.fill(requests, from, to, cells, offset, stride);
    }

    @Override
    public void state(StateColumns columns) throws IOException {
        group.state(columns);
    }

    @Override
    public void shared(SharedCounts counts) {
        group.shared(counts);
    }
}
