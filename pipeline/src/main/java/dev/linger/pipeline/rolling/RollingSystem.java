package dev.linger.pipeline.rolling;

import dev.linger.recommender.live.LiveParts;
import java.util.List;

/**
 * A system that is asked.
 *
 * @param name in the tables
 * @param parts what it brings up to date
 * @param refits whether its sources are fitted again when a day begins
 */
record RollingSystem(String name, LiveParts parts, boolean refits) {
    static final RollingSystem FROZEN = new RollingSystem("frozen at the cut", LiveParts.NONE, false);
    static final RollingSystem ALL = new RollingSystem("all three", LiveParts.ALL, false);
    static final RollingSystem REFITTED = new RollingSystem("all three and refitted daily", LiveParts.ALL, true);

    /** Every system, the frozen one first. */
    static final List<RollingSystem> EACH = List.of(
            FROZEN,
            new RollingSystem("user folded in", new LiveParts(true, false, false), false),
            new RollingSystem("features live", new LiveParts(false, false, true), false),
            new RollingSystem("item counts live", new LiveParts(false, true, false), false),
            ALL,
            REFITTED);
}
