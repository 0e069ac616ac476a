package dev.linger.features.profile;

import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureGroup;
import dev.linger.features.FeatureRequests;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/** Local hour and weekday of the request. */
public final class RequestContext implements FeatureGroup {
    private static final List<FeatureColumn> COLUMNS =
            List.of(FeatureColumn.numeric("hour", "h", "never"), FeatureColumn.category("weekday", "never"));

    private final ZoneId zone;

    public RequestContext(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public List<FeatureColumn> columns() {
        return COLUMNS;
    }

    @Override
    public void fill(FeatureRequests requests, int row, float[] cells, int offset) {
        LocalDateTime time = LocalDateTime.ofInstant(Instant.ofEpochMilli(requests.requestMillis()[row]), zone);
        cells[offset] = time.getHour();
        cells[offset + 1] = time.getDayOfWeek().getValue() - 1;
    }
}
