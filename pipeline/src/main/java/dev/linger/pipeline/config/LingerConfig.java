package dev.linger.pipeline.config;

import dev.linger.data.config.ConfigTypes;
import dev.linger.data.config.FlatRecords;
import dev.linger.data.config.Key;
import dev.linger.data.config.TypeRegistry;
import dev.linger.data.duration.WatchRules;
import dev.linger.data.layouts.BuiltInDataSources;
import dev.linger.data.source.DataSource;
import dev.linger.data.split.SplitConfig;
import dev.linger.features.FeatureColumn;
import dev.linger.features.profile.StageOneFeatures;
import dev.linger.features.replay.FeaturesConfig;
import dev.linger.pipeline.evaluation.listwise.BuiltInMetrics;
import dev.linger.pipeline.protocol.Purpose;
import dev.linger.ranker.RankerConfig;
import dev.linger.recommender.NewVideosConfig;
import dev.linger.recommender.RecommenderTypes;
import dev.linger.recommender.order.OrdererChain;
import dev.linger.recommender.order.OrdererConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** All that can be configured: the keys at the top of a configuration file. */
public record LingerConfig(
        @Key(
                        value = "The one source of randomness, any whole number",
                        byDefault = "42",
                        because = "same seed, data and configuration give the same results at any number of threads")
                long seed,
        @Key(
                        value =
                                "What the system is for: `end-to-end`, to find of all videos those that will be watched, or"
                                        + " `preference`, to order by what is liked the videos that are or could be shown. Settings of"
                                        + " sources and the order that is served are chosen for it",
                        byDefault = "\"end-to-end\"",
                        because =
                                "a feed finds videos; what is best at that is rarely best at telling what is liked of given ones")
                Purpose purpose,
        @Key(value = "The layout of the data set and its cleaning", byDefault = "\"kuairec\"") DataSource data,
        @Key("What a watch ratio says of a play") WatchRules watch,
        @Key("Where the log is cut") SplitConfig split,
        @Key("Stage one: where candidates come from") CandidatesConfig candidates,
        @Key("What a ranker sees") FeaturesConfig features,
        @Key("How much rankers learn from") TrainingConfig training,
        @Key("Stage two: what scores the candidates") RankerConfig ranker,
        @Key(value = "What orders the scored list of the system that users get, one after the other", byDefault = "[]")
                List<OrdererConfig> orderers,
        @Key("The places of videos that were uploaded since the fit, in the lists of a server")
                NewVideosConfig newVideos,
        @Key("What counts as relevant and how sure a difference is") EvaluationConfig evaluation) {
    private static final List<ConfigTypes> BUILT_IN = Stream.concat(
                    RecommenderTypes.BUILT_IN.stream(),
                    Stream.of(new BuiltInDataSources(), new BuiltInMetrics(), new BuiltInTypes()))
            .toList();

    public LingerConfig {
        orderers = List.copyOf(orderers);
        OrdererChain.requireDrawnLast(orderers);
        boolean hasStageOne = features.has(StageOneFeatures.Config.NAME)
                && !features.excludedColumns().contains(FeatureColumn.STAGE_ONE_SCORE);
        if (ranker.readsRetrievalScore() && !hasStageOne) {
            throw new IllegalArgumentException(
                    "the ranker reads the column "
                            + FeatureColumn.STAGE_ONE_SCORE
                            + ", but the features do not have it; add the group stage-one to features.groups, take the column off features.excludedColumns, or choose another ranker");
        }
        long windows = orderers.stream()
                .map(OrdererConfig::uploadDays)
                .filter(OptionalInt::isPresent)
                .distinct()
                .count();
        if (windows > 1) {
            throw new IllegalArgumentException(
                    "orderers ask for uploads within different days, and one model tells of them; give all the same days");
        }
        if (orderers.stream().anyMatch(OrdererConfig::needsSimilarity) && !candidates.comparesItems()) {
            throw new IllegalArgumentException(
                    "an orderer compares videos by a source (by: source), but no source compares videos; list als, item-knn, two-tower"
                            + " or sequence among candidates.sources, or set its by to attributes");
        }
        if (orderers.stream().anyMatch(orderer -> orderer.unsure().isPresent()) && !candidates.hasPosterior()) {
            throw new IllegalArgumentException(
                    "an orderer (posterior) asks how sure a source is of its scores, but no source can tell; list als among"
                            + " candidates.sources, or leave the orderer out");
        }
    }

    /** In how many days an upload counts, where an orderer asks whether creators upload; else empty. */
    public OptionalInt uploadDays() {
        return orderers.stream()
                .map(OrdererConfig::uploadDays)
                .filter(OptionalInt::isPresent)
                .findFirst()
                .orElse(OptionalInt.empty());
    }

    /** What tables call the lists that each orderer makes: its type, and its number where there are several of it. */
    public List<String> ordererNames() {
        List<String> names = new ArrayList<>();
        for (OrdererConfig orderer : orderers) {
            String type = types().typeOf(OrdererConfig.class, orderer.getClass());
            names.add(names.contains(type) ? type + "-" + (names.size() + 1) : type);
        }
        return names;
    }

    /** The same with other candidates. */
    public LingerConfig with(CandidatesConfig others) {
        return new LingerConfig(
                seed, purpose, data, watch, split, others, features, training, ranker, orderers, newVideos, evaluation);
    }

    /** The same with another ranker. */
    public LingerConfig with(RankerConfig other) {
        return new LingerConfig(
                seed,
                purpose,
                data,
                watch,
                split,
                candidates,
                features,
                training,
                other,
                orderers,
                newVideos,
                evaluation);
    }

    /** The same with other features. */
    public LingerConfig with(FeaturesConfig others) {
        return new LingerConfig(
                seed,
                purpose,
                data,
                watch,
                split,
                candidates,
                others,
                training,
                ranker,
                orderers,
                newVideos,
                evaluation);
    }

    /**
     * The configuration of a file, or the default, with single settings in it.
     *
     * @param variant path of a file, or name of a packaged configuration
     * @param settings {@code a.b=3} each
     */
    public static ResolvedConfig<LingerConfig> resolve(Optional<String> variant, List<String> settings) {
        return new StrictConfig<>(LingerConfig.class, types())
                .resolve(PackagedConfigs.defaults(), variant.map(PackagedConfigs::find), settings);
    }

    /** All of a block as text, the same wherever the block is: by it values are known again that it determines. */
    public static <T> String flat(Class<T> declared, T block) {
        return String.join("\n", FlatRecords.write(declared, block, types()));
    }

    /** What a configuration can choose by type: Linger's own, and those of other jars on the class path. */
    public static TypeRegistry types() {
        return TypeRegistry.withInstalled(BUILT_IN);
    }
}
