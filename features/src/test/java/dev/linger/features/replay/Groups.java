package dev.linger.features.replay;

import dev.linger.features.FeatureGroupConfig;
import dev.linger.features.affinity.DebiasedHistory;
import dev.linger.features.affinity.FriendHistory;
import dev.linger.features.affinity.SeenBefore;
import dev.linger.features.affinity.UserBucketHistory;
import dev.linger.features.affinity.UserValueHistory;
import dev.linger.features.affinity.ValueHistory;
import dev.linger.features.history.WatchHistory;
import dev.linger.features.profile.DailyRates;
import dev.linger.features.profile.DailyTrend;
import dev.linger.features.profile.ItemProfile;
import dev.linger.features.profile.RequestContext;
import dev.linger.features.profile.StageOneFeatures;
import dev.linger.features.profile.UserProfile;
import java.util.List;

/** The groups that come with Linger, all with the same keys. */
final class Groups {
    private Groups() {}

    static List<FeatureGroupConfig> all(double priorPlays, int buckets) {
        return List.of(
                new UserProfile.Config(),
                new ItemProfile.Config(),
                new DailyRates.Config(),
                new DailyTrend.Config(),
                new RequestContext.Config(true),
                new WatchHistory.OfUsers(priorPlays),
                new WatchHistory.OfItems(priorPlays),
                new UserBucketHistory.Config(priorPlays, buckets),
                new UserValueHistory.OfAuthors(priorPlays),
                new UserValueHistory.OfTags(priorPlays),
                new ValueHistory.OfAuthors(priorPlays),
                new ValueHistory.OfTags(priorPlays),
                new SeenBefore.Config(),
                new FriendHistory.Config(),
                new DebiasedHistory.Config(priorPlays, buckets),
                new StageOneFeatures.Config());
    }

    /** Those of these names, in the order of {@link #all}. */
    static List<FeatureGroupConfig> of(List<String> names, double priorPlays, int buckets) {
        return all(priorPlays, buckets).stream()
                .filter(group -> names.contains(group.name()))
                .toList();
    }
}
