package dev.linger.examples;

import dev.linger.candidates.SourceConfig;
import dev.linger.data.config.ConfigTypes;
import dev.linger.data.source.DataSource;
import dev.linger.features.FeatureGroupConfig;
import dev.linger.pipeline.evaluation.listwise.ListMetric;
import dev.linger.ranker.RankerConfig;
import dev.linger.recommender.filter.FilterConfig;
import dev.linger.recommender.order.OrdererConfig;

/** The registration lines of this jar; {@code META-INF/services} names this class. */
public final class ExampleTypes implements ConfigTypes {
    @Override
    public void addTo(Registration registration) {
        registration.add(SourceConfig.class, "trending", TrendingConfig.class);
        registration.add(FeatureGroupConfig.class, "day-part", DayPartConfig.class);
        registration.add(RankerConfig.class, "column", ColumnRankerConfig.class);
        registration.add(ListMetric.class, "average-rank", AverageRank.class);
        registration.add(FilterConfig.class, "hidden-items", HiddenItemsConfig.class);
        registration.add(OrdererConfig.class, "alternate-lengths", AlternateLengthsConfig.class);
        registration.add(DataSource.class, "plays-file", PlaysFile.class);
    }
}
