package dev.linger.recommender;

import dev.linger.candidates.SourceConfig;
import dev.linger.data.duration.WatchRules;
import dev.linger.features.replay.FeaturesConfig;
import dev.linger.ranker.RankerConfig;
import dev.linger.recommender.filter.FilterConfig;
import dev.linger.recommender.order.OrdererChain;
import dev.linger.recommender.order.OrdererConfig;
import java.util.List;

/**
 * What a fitted recommender is made of; written with it, so that it can be read again.
 *
 * @param asOfMillis the instant before which everything was fitted, in milliseconds since 1970-01-01 UTC
 * @param watch what a watch ratio says of a play
 * @param limit how many candidates are ranked
 * @param sources where candidates come from
 * @param quotas how many candidates each source contributes
 * @param fallback for users whom a source does not know
 * @param filters what leaves items out
 * @param features what the rankers see
 * @param ranker what scores
 * @param orderers what orders the scored list, one after the other
 * @param newVideos the places of videos that it was not fitted to
 */
public record RecommenderConfig(
        long asOfMillis,
        WatchRules watch,
        int limit,
        List<NamedSource> sources,
        List<Integer> quotas,
        NamedSource fallback,
        List<FilterConfig> filters,
        FeaturesConfig features,
        RankerConfig ranker,
        List<OrdererConfig> orderers,
        NewVideosConfig newVideos) {
    /**
     * A source with its name.
     *
     * @param name in kebab-case, unique among the sources
     * @param source how it is fitted
     */
    public record NamedSource(String name, SourceConfig source) {}

    public RecommenderConfig {
        sources = List.copyOf(sources);
        quotas = List.copyOf(quotas);
        filters = List.copyOf(filters);
        orderers = List.copyOf(orderers);
        if (sources.isEmpty() || quotas.size() != sources.size()) {
            throw new IllegalArgumentException("there must be sources and a quota for each but there are "
                    + sources.size() + " and " + quotas.size());
        }
        OrdererChain.requireDrawnLast(orderers);
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be >= 1 but was " + limit);
        }
    }

    /** The same fitted before another instant. */
    public RecommenderConfig withAsOf(long millis) {
        return new RecommenderConfig(
                millis, watch, limit, sources, quotas, fallback, filters, features, ranker, orderers, newVideos);
    }
}
