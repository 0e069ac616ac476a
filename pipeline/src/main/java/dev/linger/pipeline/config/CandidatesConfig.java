package dev.linger.pipeline.config;

import dev.linger.candidates.als.AlsConfig;
import dev.linger.candidates.baseline.ItemKnnConfig;
import java.util.List;

/**
 * Stage one and the lists it is measured against.
 *
 * @param limit how many candidates a user are handed to the ranker, at least 1
 * @param als settings of the factors to try, at least one; the one with the best lists on the validation days is used
 * @param fallback whose order users without history get
 * @param likedAbove a play with a watch ratio above this is liked, for rate-popularity and recent-liked
 * @param ratePriorPlays how many average plays rate-popularity adds to each video's own
 * @param recentHalfLifeDays after how many days a liked play counts half in recent-liked
 * @param itemKnn neighbors of item-knn
 */
public record CandidatesConfig(
        int limit,
        List<AlsConfig> als,
        Fallback fallback,
        double likedAbove,
        double ratePriorPlays,
        double recentHalfLifeDays,
        ItemKnnConfig itemKnn) {
    /** The orders that need no history of the user. */
    public enum Fallback {
        POPULARITY,
        RATE_POPULARITY,
        RECENT_LIKED
    }

    public CandidatesConfig {
        als = List.copyOf(als);
        if (als.isEmpty()) {
            throw new IllegalArgumentException("als must hold at least one setting");
        }
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be >= 1 but was " + limit);
        }
        if (!(ratePriorPlays >= 0)) {
            throw new IllegalArgumentException("ratePriorPlays must be >= 0 but was " + ratePriorPlays);
        }
        if (!(recentHalfLifeDays > 0)) {
            throw new IllegalArgumentException("recentHalfLifeDays must be > 0 but was " + recentHalfLifeDays);
        }
    }
}
