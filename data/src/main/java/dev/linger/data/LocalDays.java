package dev.linger.data;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import org.jspecify.annotations.Nullable;

/**
 * The local days of many instants in one zone, as {@link InteractionLog#dayOf} gives them. It remembers between which changes
 * of the zone's offset the last instant lay, so most instants cost a division; a thread has its own.
 */
public final class LocalDays {
    private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();
    private static final long SECOND_MILLIS = 1_000;

    private final ZoneRules rules;

    /** The offset is that of the instants {@code from..to-1}. */
    private long from = Long.MAX_VALUE;

    private long to = Long.MIN_VALUE;
    private long offsetMillis;

    public LocalDays(ZoneId zone) {
        this.rules = zone.getRules();
    }

    /** The local day of an instant, in days since 1970-01-01. */
    public int of(long timestampMillis) {
        if (timestampMillis < from || timestampMillis >= to) {
            look(timestampMillis);
        }
        return (int) Math.floorDiv(timestampMillis + offsetMillis, DAY_MILLIS);
    }

    /** Offsets change at whole seconds. */
    private void look(long timestampMillis) {
        Instant second = Instant.ofEpochSecond(Math.floorDiv(timestampMillis, SECOND_MILLIS));
        offsetMillis = rules.getOffset(second).getTotalSeconds() * SECOND_MILLIS;
        from = millis(rules.previousTransition(second.plusSeconds(1)), Long.MIN_VALUE);
        to = millis(rules.nextTransition(second), Long.MAX_VALUE);
    }

    private static long millis(@Nullable ZoneOffsetTransition change, long otherwise) {
        return change == null ? otherwise : change.toEpochSecond() * SECOND_MILLIS;
    }
}
