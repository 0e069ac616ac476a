package dev.linger.features;

import dev.linger.data.Dataset;
import dev.linger.data.InteractionLog;
import dev.linger.data.duration.WatchQuantiles;
import dev.linger.features.affinity.DebiasedHistory;
import dev.linger.features.affinity.ItemValues;
import dev.linger.features.affinity.PairIndex;
import dev.linger.features.affinity.SeenBefore;
import dev.linger.features.affinity.UserBucketHistory;
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

/** Makes groups of columns by their names; what is costly is made when the first group needs it, and shared. */
final class FeatureGroups {
    private static final String AUTHOR = "author_id";

    private final Dataset dataset;
    private final int users;
    private final InteractionLog history;
    private final List<FeatureColumn> stageOne;
    private final int bucketCount;
    private final Shrinkage shrinkage;
    private final double ratioCap;
    private @Nullable WatchQuantiles quantiles;
    private @Nullable PairIndex userAuthors;

    /**
     * @param history what is fitted is fitted to these rows alone
     * @param stageOne the columns that the requests bring from stage one
     */
    FeatureGroups(
            Dataset dataset,
            InteractionLog history,
            List<FeatureColumn> stageOne,
            FeaturesConfig config,
            double ratioCap) {
        this.dataset = dataset;
        this.users = dataset.userCount();
        this.history = history;
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
            case USER_AUTHOR -> userValue("user_author", authors(), userAuthors());
            case USER_TAG -> userTag();
            case AUTHOR_HISTORY -> new ValueHistory("author", authors(), shrinkage, ratioCap);
            case TAG_HISTORY -> new ValueHistory("tag", tags(), shrinkage, ratioCap);
            case SEEN_BEFORE -> new SeenBefore(pairs(ItemValues.items(dataset.itemCount())), ratioCap);
            case DEBIASED_HISTORY -> new DebiasedHistory(users, quantiles(), authors(), userAuthors(), shrinkage);
            case STAGE_ONE -> new StageOne(stageOne);
        };
    }

    private FeatureGroup userBucket() {
        float[] durations = dataset.itemTable().durationMillis();
        return new UserBucketHistory(users, durations, quantiles().buckets(), shrinkage, ratioCap);
    }

    /** Tags, and the levels of caption categories that the item table has. */
    private FeatureGroup userTag() {
        List<FeatureGroup> kinds = new ArrayList<>();
        kinds.add(userValue("user_tag", tags(), pairs(tags())));
        for (String level : List.of("second", "third")) {
            String column = level + "_level_category_id";
            if (dataset.itemTable().columns().stream()
                    .anyMatch(attribute -> attribute.name().equals(column))) {
                ItemValues categories = ItemValues.category(dataset.itemTable(), column);
                kinds.add(userValue("user_" + level + "_category", categories, pairs(categories)));
            }
        }
        return JoinedGroups.of(kinds);
    }

    private FeatureGroup userValue(String name, ItemValues values, PairIndex pairs) {
        return new UserValueHistory(name, users, values, pairs, shrinkage, ratioCap);
    }

    private ItemValues tags() {
        return ItemValues.tags(dataset.itemTable());
    }

    private ItemValues authors() {
        return ItemValues.category(dataset.itemTable(), AUTHOR);
    }

    private PairIndex userAuthors() {
        PairIndex made = userAuthors;
        if (made == null) {
            made = pairs(authors());
            userAuthors = made;
        }
        return made;
    }

    /** The pairs that the log plays on any day: which numbers there are, not what is counted. */
    private PairIndex pairs(ItemValues values) {
        return PairIndex.of(dataset.log(), users, values);
    }

    private WatchQuantiles quantiles() {
        WatchQuantiles made = quantiles;
        if (made == null) {
            made = WatchQuantiles.fit(history, bucketCount);
            quantiles = made;
        }
        return made;
    }
}
