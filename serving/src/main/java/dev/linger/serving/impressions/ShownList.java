package dev.linger.serving.impressions;

import dev.linger.data.Id;
import dev.linger.recommender.filter.Blocks;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The drawn places of a list that a user got, in their order.
 *
 * @param atMillis when it was asked for, in milliseconds since 1970-01-01 UTC
 * @param exclude videos that the request left out
 * @param blocks whose videos it left out
 * @param videos one a place; those without a propensity, as new videos, are not among them
 * @param propensities how likely each place was, given those above it, in (0, 1]
 */
public record ShownList(
        Id userId, long atMillis, Set<Id> exclude, Blocks blocks, List<Id> videos, double[] propensities) {
    public ShownList {
        exclude = Set.copyOf(exclude);
        videos = List.copyOf(videos);
        if (videos.size() != propensities.length) {
            throw new IllegalArgumentException(videos.size() + " videos but " + propensities.length + " propensities");
        }
        for (double propensity : propensities) {
            if (!(propensity > 0 && propensity <= 1)) {
                throw new IllegalArgumentException("a propensity must be in (0, 1] but was " + propensity);
            }
        }
    }

    /** The same of the first places alone. */
    public ShownList top(int places) {
        return new ShownList(
                userId, atMillis, exclude, blocks, videos.subList(0, places), Arrays.copyOf(propensities, places));
    }
}
