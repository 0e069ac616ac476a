package dev.linger.pipeline.config;

import dev.linger.candidates.als.Weighting;
import dev.linger.data.WatchRules;
import dev.linger.data.config.TypeRegistry;
import dev.linger.data.kuairec.BuiltInDataSources;
import dev.linger.data.source.DataSource;
import dev.linger.data.split.SplitConfig;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureGroupConfig;
import dev.linger.features.profile.StageOneFeatures;
import dev.linger.features.replay.BuiltInFeatureGroups;
import dev.linger.features.replay.FeaturesConfig;
import dev.linger.pipeline.evaluation.RelevanceRule;
import dev.linger.pipeline.evaluation.listwise.BuiltInMetrics;
import dev.linger.pipeline.evaluation.listwise.ListMetric;
import dev.linger.ranker.RankerConfig;
import dev.linger.ranker.builtin.BuiltInRankers;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that can be configured: the keys at the top of a configuration file.
 *
 * @param seed the one seed of a run
 * @param data the layout of the data set and its cleaning
 * @param watch what a watch ratio says of a play
 * @param split where the log is cut
 * @param candidates stage one
 * @param features what the ranker sees
 * @param training how much the ranker learns from
 * @param ranker stage two
 * @param evaluation what is measured
 */
public record LingerConfig(
        long seed,
        DataSource data,
        WatchRules watch,
        SplitConfig split,
        CandidatesConfig candidates,
        FeaturesConfig features,
        TrainingConfig training,
        RankerConfig ranker,
        EvaluationConfig evaluation) {
    private static final SealedTypes TYPES = new SealedTypes(Map.of(
            DataSource.class,
            TypeRegistry.withInstalled(List.of(new BuiltInDataSources())).of(DataSource.class),
            Weighting.class,
            Map.of(
                    "watch-ratio", Weighting.WatchRatio.class,
                    "skip-aware", Weighting.SkipAware.class,
                    "debiased", Weighting.Debiased.class),
            RankerConfig.class,
            TypeRegistry.of(List.of(new BuiltInRankers())).of(RankerConfig.class),
            FeatureGroupConfig.class,
            TypeRegistry.withInstalled(List.of(new BuiltInFeatureGroups())).of(FeatureGroupConfig.class),
            RelevanceRule.class,
            Map.of(
                    "ratio-above", RelevanceRule.RatioAbove.class,
                    "duration-debiased", RelevanceRule.DurationDebiased.class),
            ListMetric.class,
            TypeRegistry.of(List.of(new BuiltInMetrics())).of(ListMetric.class)));

    public LingerConfig {
        boolean hasStageOne = features.has(StageOneFeatures.Config.NAME)
                && !features.excludedColumns().contains(FeatureColumn.STAGE_ONE_SCORE);
        if (ranker.readsRetrievalScore() && !hasStageOne) {
            throw new IllegalArgumentException("a ranker of type stage-one or blend reads the column "
                    + FeatureColumn.STAGE_ONE_SCORE
                    + ", which features leaves out; add the group stage-one, or choose another ranker");
        }
    }

    /**
     * The default configuration with a variant's blocks and single settings in it.
     *
     * @param variant path of a file, or name of a packaged configuration
     * @param settings {@code a.b=3} each
     */
    public static ResolvedConfig<LingerConfig> resolve(Optional<String> variant, List<String> settings) {
        return new StrictConfig<>(LingerConfig.class, TYPES)
                .resolve(PackagedConfigs.defaults(), variant.map(PackagedConfigs::find), settings);
    }
}
