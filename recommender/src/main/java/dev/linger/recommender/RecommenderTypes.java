package dev.linger.recommender;

import dev.linger.candidates.sources.BuiltInSources;
import dev.linger.data.config.ConfigTypes;
import dev.linger.data.config.TypeRegistry;
import dev.linger.features.replay.BuiltInFeatureGroups;
import dev.linger.ranker.builtin.BuiltInRankers;
import dev.linger.recommender.filter.AgeFilterConfig;
import dev.linger.recommender.filter.CategoryFilterConfig;
import dev.linger.recommender.filter.DurationFilterConfig;
import dev.linger.recommender.filter.FilterConfig;
import dev.linger.recommender.filter.TagFilterConfig;
import dev.linger.recommender.order.CalibratedConfig;
import dev.linger.recommender.order.CreatorCapConfig;
import dev.linger.recommender.order.CreatorSupportConfig;
import dev.linger.recommender.order.CreatorUpliftConfig;
import dev.linger.recommender.order.DppConfig;
import dev.linger.recommender.order.MmrConfig;
import dev.linger.recommender.order.NearDuplicatesConfig;
import dev.linger.recommender.order.NewCreatorsConfig;
import dev.linger.recommender.order.OrdererConfig;
import dev.linger.recommender.order.PlackettLuceConfig;
import dev.linger.recommender.order.PosteriorConfig;
import dev.linger.recommender.order.TagFloorConfig;
import java.util.List;

/** The types a recommender can be made of: filters and orderers, listed here, and those of the modules below. */
public final class RecommenderTypes implements ConfigTypes {
    /** The lists of this module and those below. */
    public static final List<ConfigTypes> BUILT_IN =
            List.of(new BuiltInSources(), new BuiltInFeatureGroups(), new BuiltInRankers(), new RecommenderTypes());

    @Override
    public void addTo(Registration registration) {
        registration.add(FilterConfig.class, "age", AgeFilterConfig.class);
        registration.add(FilterConfig.class, "category", CategoryFilterConfig.class);
        registration.add(FilterConfig.class, "duration", DurationFilterConfig.class);
        registration.add(FilterConfig.class, "tags", TagFilterConfig.class);
        registration.add(OrdererConfig.class, "calibrated", CalibratedConfig.class);
        registration.add(OrdererConfig.class, "creator-cap", CreatorCapConfig.class);
        registration.add(OrdererConfig.class, "creator-support", CreatorSupportConfig.class);
        registration.add(OrdererConfig.class, "creator-uplift", CreatorUpliftConfig.class);
        registration.add(OrdererConfig.class, "dpp", DppConfig.class);
        registration.add(OrdererConfig.class, "mmr", MmrConfig.class);
        registration.add(OrdererConfig.class, "near-duplicates", NearDuplicatesConfig.class);
        registration.add(OrdererConfig.class, "new-creators", NewCreatorsConfig.class);
        registration.add(OrdererConfig.class, "plackett-luce", PlackettLuceConfig.class);
        registration.add(OrdererConfig.class, "posterior", PosteriorConfig.class);
        registration.add(OrdererConfig.class, "tag-floor", TagFloorConfig.class);
    }

    /** By which types filters are chosen. */
    public static List<String> names(List<FilterConfig> filters) {
        TypeRegistry types = installed();
        return filters.stream()
                .map(filter -> types.typeOf(FilterConfig.class, filter.getClass()))
                .toList();
    }

    /** All of them and those of every jar on the class path that offers some. */
    static TypeRegistry installed() {
        return TypeRegistry.withInstalled(BUILT_IN);
    }
}
