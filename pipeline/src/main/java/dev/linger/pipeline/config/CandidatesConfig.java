package dev.linger.pipeline.config;

import dev.linger.candidates.als.AlsConfig;
import dev.linger.candidates.baseline.ItemKnnConfig;
import dev.linger.candidates.content.AffinityConfig;
import dev.linger.candidates.content.FreshVideosConfig;
import dev.linger.candidates.ease.EaseConfig;
import java.util.EnumSet;
import java.util.List;

/**
 * Stage one and the lists it is measured against.
 *
 * @param limit how many candidates a user are handed to the ranker, at least 1
 * @param sources where candidates come from, distinct, at least one: the first one's order is the order of stage one, and
 *     each one's share of the candidates is chosen on the validation days
 * @param als settings of the factors to try, at least one; the one with the best lists on the validation days is used
 * @param fallback whose order users without history get; one that is the same for all users
 * @param ratePriorPlays how many average plays rate-popularity adds to each video's own
 * @param recentHalfLifeDays after how many days a liked play counts half in recent-liked
 * @param itemKnn neighbors of item-knn
 * @param ease weights between videos of ease
 * @param affinity how the liking of authors and tags is measured for affinity
 * @param freshVideos what makes a young video worth showing
 */
public record CandidatesConfig(
        int limit,
        List<Source> sources,
        List<AlsConfig> als,
        Source fallback,
        double ratePriorPlays,
        double recentHalfLifeDays,
        ItemKnnConfig itemKnn,
        EaseConfig ease,
        AffinityConfig affinity,
        FreshVideosConfig freshVideos) {
    public CandidatesConfig {
        sources = List.copyOf(sources);
        als = List.copyOf(als);
        if (sources.isEmpty() || EnumSet.copyOf(sources).size() != sources.size()) {
            throw new IllegalArgumentException("sources must be distinct and at least one but were " + sources);
        }
        if (!fallback.isSameForAll()) {
            throw new IllegalArgumentException(
                    "fallback must be the same for all users, as popularity is, but was " + fallback);
        }
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
