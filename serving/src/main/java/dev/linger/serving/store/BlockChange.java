package dev.linger.serving.store;

import dev.linger.data.Id;
import dev.linger.recommender.filter.Blocks;

/**
 * What a user does not want to see any more, or does again.
 *
 * @param userId who
 * @param what creators and tags, at least one
 * @param isBlocked whether they are blocked from now on
 */
public record BlockChange(Id userId, Blocks what, boolean isBlocked) {
    public BlockChange {
        if (what.isEmpty()) {
            throw new IllegalArgumentException("there must be a creator or a tag");
        }
    }

    /** What the user blocks after it. */
    public Blocks applyTo(Blocks before) {
        return isBlocked ? before.and(what) : before.without(what);
    }
}
