package dev.linger.candidates.content;

/**
 * How a user's liking of authors and tags is measured.
 *
 * @param likedThreshold a play with a watch ratio above it is liked
 * @param halfLifeDays age of a play before the cut, in days, at which it counts half; above 0
 * @param priorPlays how many average plays are added to those of each user, author and tag, above 0; more trust few plays
 *     less
 * @param recentWeight by how much the item most liked of late is raised, at least 0: small, to break the ties between
 *     videos of one author and the same tags
 */
public record AffinityConfig(double likedThreshold, double halfLifeDays, double priorPlays, double recentWeight) {
    public AffinityConfig {
        check(likedThreshold >= 0, "likedThreshold must be >= 0", likedThreshold);
        check(halfLifeDays > 0, "halfLifeDays must be > 0", halfLifeDays);
        check(priorPlays > 0 && priorPlays < Double.POSITIVE_INFINITY, "priorPlays must be > 0 and finite", priorPlays);
        check(
                recentWeight >= 0 && recentWeight < Double.POSITIVE_INFINITY,
                "recentWeight must be >= 0 and finite",
                recentWeight);
    }

    private static void check(boolean holds, String rule, double value) {
        if (!holds) {
            throw new IllegalArgumentException(rule + " but was " + value);
        }
    }
}
