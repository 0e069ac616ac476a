package dev.linger.candidates.sources;

import dev.linger.candidates.SourceConfig;
import dev.linger.candidates.als.AlsConfig;
import dev.linger.candidates.als.Weighting;
import dev.linger.candidates.baseline.ItemKnnConfig;
import dev.linger.candidates.baseline.PopularityConfig;
import dev.linger.candidates.baseline.RandomOrderConfig;
import dev.linger.candidates.baseline.RatePopularityConfig;
import dev.linger.candidates.baseline.RecentLikedConfig;
import dev.linger.candidates.baseline.ShortestFirstConfig;
import dev.linger.candidates.content.AffinityConfig;
import dev.linger.candidates.content.FreshVideosConfig;
import dev.linger.candidates.content.FriendsLikedConfig;
import dev.linger.candidates.ease.EaseConfig;
import dev.linger.candidates.hybrid.EmbeddedConfig;
import dev.linger.candidates.hybrid.FusionConfig;
import dev.linger.candidates.interests.InterestsConfig;
import dev.linger.data.config.ConfigTypes;

/** Linger's own sources of candidates, and what their keys choose by type. */
public final class BuiltInSources implements ConfigTypes {
    @Override
    public void addTo(Registration registration) {
        registration.add(SourceConfig.class, "als", AlsConfig.class);
        registration.add(SourceConfig.class, "popularity", PopularityConfig.class);
        registration.add(SourceConfig.class, "rate-popularity", RatePopularityConfig.class);
        registration.add(SourceConfig.class, "recent-liked", RecentLikedConfig.class);
        registration.add(SourceConfig.class, "item-knn", ItemKnnConfig.class);
        registration.add(SourceConfig.class, "ease", EaseConfig.class);
        registration.add(SourceConfig.class, "interests", InterestsConfig.class);
        registration.add(SourceConfig.class, "affinity", AffinityConfig.class);
        registration.add(SourceConfig.class, "fresh-videos", FreshVideosConfig.class);
        registration.add(SourceConfig.class, "friends-liked", FriendsLikedConfig.class);
        registration.add(SourceConfig.class, "fusion", FusionConfig.class);
        registration.add(SourceConfig.class, "embedded", EmbeddedConfig.class);
        registration.add(SourceConfig.class, "random", RandomOrderConfig.class);
        registration.add(SourceConfig.class, "shortest", ShortestFirstConfig.class);

        registration.add(Weighting.class, "watch-ratio", Weighting.WatchRatio.class);
        registration.add(Weighting.class, "skip-aware", Weighting.SkipAware.class);
        registration.add(Weighting.class, "debiased", Weighting.Debiased.class);
        registration.add(Weighting.class, "composite", Weighting.Composite.class);
    }
}
