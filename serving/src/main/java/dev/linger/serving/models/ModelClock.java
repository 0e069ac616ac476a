package dev.linger.serving.models;

import java.time.Instant;

/**
 * What time it is for lists.
 *
 * @param aheadMillis how far it is ahead of the machine's clock
 */
public record ModelClock(long aheadMillis) {
    /** The machine's. */
    public static final ModelClock OF_MACHINE = new ModelClock(0);

    /** A clock that is at an instant now. */
    public static ModelClock startingAt(long millis) {
        return new ModelClock(millis - System.currentTimeMillis());
    }

    /** In milliseconds since 1970-01-01 UTC. */
    public long now() {
        return System.currentTimeMillis() + aheadMillis;
    }

    /** The same, but not before the model's plays end. */
    public long at(ServedModel model) {
        return Math.max(now(), model.asOfMillis());
    }

    /** An instant in the time zone of the model's data, as text. */
    public static String text(ServedModel model, long atMillis) {
        return Instant.ofEpochMilli(atMillis)
                .atZone(model.tables().zone())
                .toOffsetDateTime()
                .toString();
    }
}
