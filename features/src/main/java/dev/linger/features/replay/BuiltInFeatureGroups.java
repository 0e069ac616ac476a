package dev.linger.features.replay;

import dev.linger.data.config.ConfigTypes;
import dev.linger.features.FeatureGroupConfig;
import dev.linger.features.affinity.DebiasedHistory;
import dev.linger.features.affinity.FriendHistory;
import dev.linger.features.affinity.SeenBefore;
import dev.linger.features.affinity.UserBucketHistory;
import dev.linger.features.affinity.UserValueHistory;
import dev.linger.features.affinity.ValueHistory;
import dev.linger.features.history.UserSession;
import dev.linger.features.history.WatchHistory;
import dev.linger.features.profile.DailyRates;
import dev.linger.features.profile.DailyTrend;
import dev.linger.features.profile.ItemProfile;
import dev.linger.features.profile.RequestContext;
import dev.linger.features.profile.StageOneFeatures;
import dev.linger.features.profile.UserProfile;

/** The groups of columns that come with Linger. */
public final class BuiltInFeatureGroups implements ConfigTypes {
    @Override
    public void addTo(Registration registration) {
        registration.add(FeatureGroupConfig.class, "user-profile", UserProfile.Config.class);
        registration.add(FeatureGroupConfig.class, "item-profile", ItemProfile.Config.class);
        registration.add(FeatureGroupConfig.class, "daily-stats", DailyRates.Config.class);
        registration.add(FeatureGroupConfig.class, "daily-trend", DailyTrend.Config.class);
        registration.add(FeatureGroupConfig.class, "context", RequestContext.Config.class);
        registration.add(FeatureGroupConfig.class, "user-history", WatchHistory.OfUsers.class);
        registration.add(FeatureGroupConfig.class, "item-history", WatchHistory.OfItems.class);
        registration.add(FeatureGroupConfig.class, "user-bucket", UserBucketHistory.Config.class);
        registration.add(FeatureGroupConfig.class, "user-author", UserValueHistory.OfAuthors.class);
        registration.add(FeatureGroupConfig.class, "user-tag", UserValueHistory.OfTags.class);
        registration.add(FeatureGroupConfig.class, "author-history", ValueHistory.OfAuthors.class);
        registration.add(FeatureGroupConfig.class, "tag-history", ValueHistory.OfTags.class);
        registration.add(FeatureGroupConfig.class, "seen-before", SeenBefore.Config.class);
        registration.add(FeatureGroupConfig.class, "friends", FriendHistory.Config.class);
        registration.add(FeatureGroupConfig.class, "debiased-history", DebiasedHistory.Config.class);
        registration.add(FeatureGroupConfig.class, "session", UserSession.Config.class);
        registration.add(FeatureGroupConfig.class, StageOneFeatures.Config.NAME, StageOneFeatures.Config.class);
    }
}
