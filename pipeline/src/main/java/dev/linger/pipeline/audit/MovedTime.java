package dev.linger.pipeline.audit;

import dev.linger.data.Dataset;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;

/**
 * A data set at another time: all plays, daily statistics and uploads so many days later. Nothing in it says anything else
 * than before, so neither may any figure.
 */
public final class MovedTime {
    /** Four weeks, so that weekdays stay. */
    public static final int DAYS = 28;

    private MovedTime() {}

    /** The data set {@value #DAYS} days later. */
    public static Dataset of(Dataset dataset) {
        return dataset.with(dataset.log().movedBy(DAYS))
                .with(dataset.dailyStats().movedBy(DAYS))
                .with(dataset.itemTable().uploadedLater(DAYS));
    }

    /** Whether the zone's clocks go evenly all the time, so that an hour of the day stays what it is. */
    public static boolean keepsHours(Dataset dataset) {
        Instant first = Instant.ofEpochMilli(dataset.log().timestampMillis(0));
        Instant last =
                Instant.ofEpochMilli(dataset.log().timestampMillis(dataset.log().size() - 1));
        ZoneOffsetTransition change = dataset.zone().getRules().nextTransition(first);
        return change == null || change.getInstant().isAfter(last.plus(DAYS, ChronoUnit.DAYS));
    }
}
