package dev.linger.examples;

import dev.linger.data.config.Key;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureGroup;
import dev.linger.features.FeatureGroupConfig;
import dev.linger.features.FeatureRequests;
import dev.linger.features.GroupContext;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** A feature group: whether the list is asked for at night. It counts nothing, so it has no state. */
public record DayPartConfig(
        @Key(value = "local hour at which night begins, 0..23", byDefault = "22") int from,
        @Key(value = "local hour at which night ends, 0..23", byDefault = "6") int to)
        implements FeatureGroupConfig {
    private static final List<FeatureColumn> COLUMNS = List.of(FeatureColumn.numeric("is_night", "1", "never missing"));

    public DayPartConfig {
        if (from < 0 || from > 23 || to < 0 || to > 23) {
            throw new IllegalArgumentException("from and to must be in 0..23 but were " + from + " and " + to);
        }
    }

    @Override
    public String name() {
        return "day-part";
    }

    @Override
    public FeatureGroup create(GroupContext context) {
        ZoneId zone = context.tables().zone();
        return new FeatureGroup() {
            @Override
            public List<FeatureColumn> columns() {
                return COLUMNS;
            }

            @Override
            public void fill(FeatureRequests requests, int first, int end, float[] cells, int offset, int stride) {
                for (int row = first; row < end; row++) {
                    Instant instant = Instant.ofEpochMilli(requests.requestMillis()[row]);
                    boolean night = isNight(instant.atZone(zone).getHour());
                    cells[offset + (row - first) * stride] = night ? 1 : 0;
                }
            }
        };
    }

    private boolean isNight(int hour) {
        return from <= to ? hour >= from && hour < to : hour >= from || hour < to;
    }
}
