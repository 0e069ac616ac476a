package dev.linger.features.profile;

import dev.linger.data.config.Key;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureGroup;
import dev.linger.features.FeatureGroupConfig;
import dev.linger.features.FeatureRequests;
import dev.linger.features.GroupContext;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/** Local hour of the request, and its weekday where that is asked for. */
public final class RequestContext implements FeatureGroup {
    private static final FeatureColumn HOUR = FeatureColumn.numeric("hour", "h", "never");
    private static final FeatureColumn WEEKDAY = FeatureColumn.category("weekday", "never");

    /** The finest step at which a zone's offset has changed since 1970, so within one the hour and weekday are the same. */
    private static final long QUARTER_MILLIS = 900_000;

    private final ZoneId zone;
    private final boolean weekday;

    private RequestContext(ZoneId zone, boolean weekday) {
        this.zone = zone;
        this.weekday = weekday;
    }

    /** {@code context}. */
    public record Config(
            @Key(
                            value = "whether there is a column for the weekday",
                            byDefault = "false",
                            because =
                                    "rankers learn from lists that were asked for on two or three days, so it would only tell"
                                            + " these apart, and the day they rank on is none of them")
                    boolean weekday)
            implements FeatureGroupConfig {
        @Override
        public String name() {
            return "context";
        }

        @Override
        public boolean splitsByUser() {
            return true;
        }

        @Override
        public FeatureGroup create(GroupContext context) {
            return new RequestContext(context.tables().zone(), weekday);
        }
    }

    @Override
    public List<FeatureColumn> columns() {
        return weekday ? List.of(HOUR, WEEKDAY) : List.of(HOUR);
    }

    @Override
    public void fill(FeatureRequests requests, int from, int to, float[] cells, int offset, int stride) {
        long last = Long.MIN_VALUE;
        int hour = 0;
        int dayOfWeek = 0;
        int at = offset;
        for (int row = from; row < to; row++) {
            long quarter = Math.floorDiv(requests.requestMillis()[row], QUARTER_MILLIS);
            if (quarter != last) {
                LocalDateTime time = LocalDateTime.ofInstant(Instant.ofEpochMilli(quarter * QUARTER_MILLIS), zone);
                hour = time.getHour();
                dayOfWeek = time.getDayOfWeek().getValue() - 1;
                last = quarter;
            }
            cells[at] = hour;
            if (weekday) {
                cells[at + 1] = dayOfWeek;
            }
            at += stride;
        }
    }
}
