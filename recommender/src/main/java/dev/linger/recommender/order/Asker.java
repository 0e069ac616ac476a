package dev.linger.recommender.order;

import dev.linger.candidates.Taste;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Who a list is for.
 *
 * @param taste what the user likes by the attributes of videos, worked out where it is asked for; empty where no source can tell
 */
public record Asker(Supplier<Optional<Taste>> taste) {
    /** One of whom nothing is known. */
    public static final Asker UNKNOWN = new Asker(Optional::empty);
}
