package dev.linger.spark.plan;

import dev.linger.candidates.SourceConfig;
import dev.linger.candidates.als.AlsConfig;
import dev.linger.candidates.als.Weighting;
import dev.linger.candidates.baseline.PopularityConfig;
import dev.linger.data.InputException;
import dev.linger.data.config.Alternatives;
import dev.linger.features.FeatureGroupConfig;
import dev.linger.features.replay.FeaturesConfig;
import dev.linger.pipeline.config.CandidatesConfig;
import dev.linger.pipeline.config.LingerConfig;
import dev.linger.pipeline.evaluation.RelevanceRule;
import dev.linger.pipeline.protocol.Purpose;
import dev.linger.ranker.RankerConfig;
import dev.linger.ranker.baseline.StageOneConfig;
import dev.linger.ranker.lightgbm.LightGbmConfig;
import java.util.ArrayList;
import java.util.List;

/**
 * What of a configuration is carried out on a cluster: all of it, or the run is refused before it starts.
 *
 * @param source the name of the one source of candidates
 * @param als its setting
 * @param baselines names of the orders that are shown beside it, all of them popularity
 * @param learns whether candidates are ordered by a ranker that learns
 */
public record SparkPlan(String source, AlsConfig als, List<String> baselines, boolean learns) {
    private static final String POPULARITY = "\"popularity\"";

    public SparkPlan {
        baselines = List.copyOf(baselines);
    }

    /**
     * Reads a configuration.
     *
     * @throws InputException where it asks for what cannot be done on a cluster, with every key that does and what is possible
     *     there
     */
    public static SparkPlan of(LingerConfig config) {
        List<String> lacking = new ArrayList<>();
        CandidatesConfig candidates = config.candidates();
        if (config.purpose() != Purpose.END_TO_END) {
            lacking.add("purpose: preference is for what rankers order; only \"end-to-end\" is possible");
        }
        candidates(candidates, lacking);
        config.evaluation().relevance().stream()
                .filter(RelevanceRule::readsFlags)
                .forEach(rule -> lacking.add("evaluation.relevance: " + rule.name()
                        + " reads flags, which are not sent; ratio-above and duration-debiased are possible"));
        boolean learns = !(config.ranker() instanceof StageOneConfig);
        if (learns && !(config.ranker() instanceof LightGbmConfig)) {
            String type = LingerConfig.types()
                    .typeOf(RankerConfig.class, config.ranker().getClass());
            lacking.add(
                    "ranker: " + type + " is trained on one machine; \"lightgbm\", and \"stage-one\", which keeps the"
                            + " order of retrieval, are possible");
        }
        features(config.features(), lacking);
        if (!config.orderers().isEmpty()) {
            lacking.add("orderers: there are none on a cluster; []");
        }
        if (!lacking.isEmpty()) {
            throw new InputException(
                    "on Spark not all of this configuration can be done:\n  "
                            + String.join("\n  ", lacking)
                            + "\nChange these keys, begin with --config spark, or leave out --engine for all of it on one machine.");
        }
        return new SparkPlan(
                candidates.sourceNames().get(0),
                (AlsConfig) candidates.sources().get(0).settings().get(0),
                CandidatesConfig.namesOf(candidates.otherBaselines()),
                learns);
    }

    private static void features(FeaturesConfig features, List<String> lacking) {
        if (features.freshness() == FeaturesConfig.Freshness.LIVE) {
            lacking.add("features.freshness: what all users have played is known by day on a cluster; \"day\"");
        }
        List<String> whole = features.groups().stream()
                .filter(group -> !group.splitsByUser())
                .map(FeatureGroupConfig::name)
                .toList();
        if (!whole.isEmpty()) {
            lacking.add("features.groups: " + String.join(", ", whole)
                    + (whole.size() == 1 ? " looks" : " look")
                    + " at the plays of other users one by one, which are elsewhere; all other groups are possible");
        }
    }

    private static void candidates(CandidatesConfig candidates, List<String> lacking) {
        List<SourceConfig> settings = candidates.sources().stream()
                .flatMap(source -> source.settings().stream())
                .toList();
        if (settings.size() != 1 || !(settings.get(0) instanceof AlsConfig als)) {
            lacking.add("candidates.sources: " + String.join(", ", candidates.sourceNames())
                    + "; exactly one als of one setting is possible, [{\"type\": \"als\"}]");
        } else if (als.weighting() instanceof Weighting.Debiased) {
            lacking.add(
                    "candidates.sources.weighting: debiased is fitted to all plays at once; watch-ratio, skip-aware and"
                            + " composite are not");
        }
        for (Alternatives<SourceConfig> baseline : candidates.otherBaselines()) {
            if (!(baseline.settings().get(0) instanceof PopularityConfig)) {
                lacking.add("candidates.baselines: " + CandidatesConfig.nameOf(baseline) + "; only " + POPULARITY
                        + " is possible");
            }
        }
        if (!(candidates.fallback() instanceof PopularityConfig)) {
            lacking.add("candidates.fallback: "
                    + CandidatesConfig.nameOf(Alternatives.only(candidates.fallback())) + "; only " + POPULARITY
                    + " is possible");
        }
        if (!candidates.filters().isEmpty()) {
            lacking.add("candidates.filters: there are none on a cluster; []");
        }
        if (candidates.rewatches()) {
            lacking.add("candidates.rewatches: videos do not come again on a cluster; false");
        }
    }
}
