package dev.linger.features.profile;

import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureGroup;
import dev.linger.features.FeatureGroupConfig;
import dev.linger.features.FeatureRequests;
import dev.linger.features.GroupContext;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/** Local hour and weekday of the request. */
public final class RequestContext implements FeatureGroup {
    private static final List<FeatureColumn> COLUMNS =
            List.of(FeatureColumn.numeric("hour", "h", "never"), FeatureColumn.category("weekday", "never"));

    /** The finest step at which a zone's offset has changed since 1970, so within one the hour and weekday are the same. */
    private static final long QUARTER_MILLIS = 900_000;

    private final ZoneId zone;

    private RequestContext(ZoneId zone) {
        this.zone = zone;
    }

    /** {@code context}. */
    public record Config() implements FeatureGroupConfig {
        @Override
        public String name() {
            return "context";
        }

        @Override
        public FeatureGroup create(GroupContext context) {
            return new RequestContext(context.tables().zone());
        }
    }

    @Override
    public List<FeatureColumn> columns() {
        return COLUMNS;
    }

    @Override
    public void fill(FeatureRequests requests, int from, int to, float[] cells, int offset, int stride) {
        long last = Long.MIN_VALUE;
        int hour = 0;
        int weekday = 0;
        int at = offset;
        for (int row = from; row < to; row++) {
            long quarter = Math.floorDiv(requests.requestMillis()[row], QUARTER_MILLIS);
            if (quarter != last) {
                LocalDateTime time = LocalDateTime.ofInstant(Instant.ofEpochMilli(quarter * QUARTER_MILLIS), zone);
                hour = time.getHour();
                weekday = time.getDayOfWeek().getValue() - 1;
                last = quarter;
            }
            cells[at] = hour;
            cells[at + 1] = weekday;
            at += stride;
        }
    }
}
