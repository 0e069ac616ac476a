package dev.linger.features;

import dev.linger.data.Dataset;
import dev.linger.features.affinity.DebiasedHistory;
import dev.linger.features.affinity.SeenBefore;
import dev.linger.features.affinity.UserBucketHistory;
import dev.linger.features.affinity.UserMeans;
import dev.linger.features.affinity.UserValueHistory;
import dev.linger.features.affinity.ValueHistory;
import dev.linger.features.history.Shrinkage;
import dev.linger.features.history.WatchHistory;
import dev.linger.features.profile.DailyRates;
import dev.linger.features.profile.DailyTrend;
import dev.linger.features.profile.ItemProfile;
import dev.linger.features.profile.RequestContext;
import dev.linger.features.profile.UserProfile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes groups of columns by their names. */
final class FeatureGroups {
    private final ReplayInputs inputs;
    private final Dataset dataset;
    private final int users;
    private final List<FeatureColumn> stageOne;
    private final int bucketCount;
    private final Shrinkage shrinkage;
    private final double ratioCap;
    private @Nullable UserMeans userMeans;

    /** @param stageOne the columns that the requests bring from stage one */
    FeatureGroups(ReplayInputs inputs, List<FeatureColumn> stageOne, FeaturesConfig config, double ratioCap) {
        this.inputs = inputs;
        this.dataset = inputs.dataset();
        this.users = dataset.userCount();
        this.stageOne = stageOne;
        this.bucketCount = config.buckets();
        this.shrinkage = new Shrinkage(config.priorPlays());
        this.ratioCap = ratioCap;
    }

    FeatureGroup group(FeatureGroupName name) {
        return switch (name) {
            case USER_PROFILE -> new UserProfile(dataset.userTable());
            case ITEM_PROFILE -> new ItemProfile(dataset.itemTable());
            case DAILY_STATS -> new DailyRates(dataset.dailyStats(), dataset.itemCount());
            case DAILY_TREND -> new DailyTrend(dataset.dailyStats(), dataset.itemCount());
            case CONTEXT -> new RequestContext(dataset.zone());
            case USER_HISTORY -> WatchHistory.ofUsers(users, shrinkage, ratioCap);
            case ITEM_HISTORY -> WatchHistory.ofItems(dataset.itemCount(), shrinkage, ratioCap);
            case USER_BUCKET -> userBucket();
            case USER_AUTHOR -> userValue("user_author", ReplayInputs.AUTHOR);
            case USER_TAG -> userTag();
            case AUTHOR_HISTORY -> new ValueHistory("author", inputs.values(ReplayInputs.AUTHOR), shrinkage, ratioCap);
            case TAG_HISTORY -> new ValueHistory("tag", inputs.values(ReplayInputs.TAG), shrinkage, ratioCap);
            case SEEN_BEFORE -> new SeenBefore(inputs.pairs(ReplayInputs.ITEM), ratioCap);
            case DEBIASED_HISTORY ->
                new DebiasedHistory(
                        users,
                        inputs.quantilesOfPlays(bucketCount),
                        inputs.values(ReplayInputs.AUTHOR),
                        inputs.pairs(ReplayInputs.AUTHOR),
                        shrinkage);
            case STAGE_ONE -> new StageOne(stageOne);
        };
    }

    /** What the groups made so far look at beside themselves. */
    List<FeatureGroup> shared() {
        return userMeans == null ? List.of() : List.of(userMeans);
    }

    private UserMeans userMeans() {
        UserMeans made = userMeans;
        if (made == null) {
            made = new UserMeans(users, shrinkage, ratioCap);
            userMeans = made;
        }
        return made;
    }

    private FeatureGroup userBucket() {
        float[] durations = dataset.itemTable().durationMillis();
        return new UserBucketHistory(
                users, userMeans(), durations, inputs.quantiles(bucketCount).buckets(), shrinkage, ratioCap);
    }

    /** Tags, and the levels of caption categories that the item table has. */
    private FeatureGroup userTag() {
        List<FeatureGroup> kinds = new ArrayList<>();
        kinds.add(userValue("user_tag", ReplayInputs.TAG));
        for (String level : List.of("second", "third")) {
            String column = level + "_level_category_id";
            if (dataset.itemTable().columns().stream()
                    .anyMatch(attribute -> attribute.name().equals(column))) {
                kinds.add(userValue("user_" + level + "_category", column));
            }
        }
        return JoinedGroups.of(kinds);
    }

    private FeatureGroup userValue(String name, String kind) {
        return new UserValueHistory(name, userMeans(), inputs.values(kind), inputs.pairs(kind), shrinkage, ratioCap);
    }
}
