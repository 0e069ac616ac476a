package dev.linger.pipeline.config;

import dev.linger.candidates.als.AlsConfig;
import dev.linger.candidates.baseline.ItemKnnConfig;
import dev.linger.candidates.content.AffinityConfig;
import dev.linger.candidates.content.FreshVideosConfig;
import dev.linger.candidates.ease.EaseConfig;
import dev.linger.data.config.Key;
import java.util.EnumSet;
import java.util.List;

/** Stage one and the lists it is measured against. */
public record CandidatesConfig(
        @Key(
                        value = "How many candidates of a user are handed to the ranker, >= 1",
                        byDefault = "300",
                        because = "more raise the ceiling and the time of ranking")
                int limit,
        @Key(
                        value = "Where candidates come from, distinct, at least one",
                        byDefault =
                                "[\"als\", \"recent-liked\", \"item-knn\", \"popularity\", \"rate-popularity\", \"affinity\", \"fresh-videos\"]",
                        because =
                                "the first one's order is that of stage one; how many candidates each gives is chosen on the validation window by recall")
                List<Source> sources,
        @Key(
                        "Settings of the factors to try, at least one; the one whose lists have the best NDCG@10 on the validation window is used")
                List<AlsConfig> als,
        @Key(
                        value =
                                "Whose order users get of whom a source knows nothing; one that is the same for all users",
                        byDefault = "\"recent-liked\"")
                Source fallback,
        @Key(
                        value = "How many average plays rate-popularity adds to each video's own, >= 0",
                        byDefault = "400.0",
                        because = "keeps one lucky play from standing first")
                double ratePriorPlays,
        @Key(value = "After how many days a liked play counts half in recent-liked, > 0", byDefault = "1.0")
                double recentHalfLifeDays,
        @Key("Neighbors of item-knn") ItemKnnConfig itemKnn,
        @Key("Weights between videos of ease") EaseConfig ease,
        @Key("How the liking of authors and tags is measured for affinity") AffinityConfig affinity,
        @Key("What makes a young video worth showing") FreshVideosConfig freshVideos) {
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
