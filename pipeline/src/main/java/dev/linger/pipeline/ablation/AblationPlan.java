package dev.linger.pipeline.ablation;

import dev.linger.data.InputException;
import dev.linger.data.NearestName;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureGroupConfig;
import dev.linger.features.profile.StageOneFeatures;
import dev.linger.features.replay.FeaturesConfig;
import dev.linger.pipeline.config.LingerConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is left out of a configuration, one at a time.
 *
 * @param config with nothing left out
 * @param groups of feature columns
 * @param sources of candidates, never the first one, whose order is that of stage one
 */
public record AblationPlan(LingerConfig config, List<FeatureGroupConfig> groups, List<String> sources) {
    /**
     * Everything that can be left out, or what is named of it.
     *
     * @param only names of groups and sources in kebab-case; none for all
     * @throws InputException where a name is none of them
     */
    public static AblationPlan of(LingerConfig config, List<String> only) {
        List<FeatureGroupConfig> groups =
                config.features().groups().size() > 1 ? config.features().groups() : List.of();
        List<String> sources = config.candidates().sourceNames();
        sources = sources.subList(1, sources.size());
        List<String> names = Stream.concat(groups.stream().map(FeatureGroupConfig::name), sources.stream())
                .toList();
        for (String name : only) {
            if (!names.contains(name)) {
                throw new InputException("--only: " + name + " is no feature group or source that can be left out"
                        + NearestName.hint(name, names) + "; there are " + String.join(", ", names)
                        + " (the first source makes the order of stage one and stays)");
            }
        }
        return new AblationPlan(
                config,
                groups.stream()
                        .filter(group -> only.isEmpty() || only.contains(group.name()))
                        .toList(),
                sources.stream()
                        .filter(source -> only.isEmpty() || only.contains(source))
                        .toList());
    }

    /** How many runs that is, with the one that has all. */
    public int passes() {
        return 1 + groups.size() + sources.size();
    }

    /** What is left out of the rows with a group, as the table names it. */
    public String partOf(FeatureGroupConfig group) {
        return group.name() + (keepsScore(group) ? " but its score" : "");
    }

    /**
     * The configuration without a group. Of the group stage-one the score stays where the ranker cannot do without: a
     * blend mixes it in.
     *
     * @param stageOne the columns of the group stage-one
     */
    public LingerConfig without(FeatureGroupConfig group, List<FeatureColumn> stageOne) {
        FeaturesConfig features = config.features();
        if (keepsScore(group)) {
            List<String> excluded = new ArrayList<>(features.excludedColumns());
            stageOne.stream()
                    .map(FeatureColumn::name)
                    .filter(name -> !name.equals(FeatureColumn.STAGE_ONE_SCORE) && !excluded.contains(name))
                    .forEach(excluded::add);
            return config.with(features.withExcludedColumns(excluded));
        }
        return config.with(features.withGroups(
                features.groups().stream().filter(other -> !other.equals(group)).toList()));
    }

    private boolean keepsScore(FeatureGroupConfig group) {
        return group.name().equals(StageOneFeatures.Config.NAME)
                && config.ranker().readsRetrievalScore();
    }

    /** The configuration without a source. */
    public LingerConfig without(String source) {
        return config.with(config.candidates().without(source));
    }

    /**
     * A configuration that excludes no column but those there are: one that went with its group or source need not be
     * excluded.
     *
     * @param columns all columns of its groups
     */
    public static LingerConfig excludingOnly(LingerConfig config, List<FeatureColumn> columns) {
        List<String> names = columns.stream().map(FeatureColumn::name).toList();
        FeaturesConfig features = config.features();
        return config.with(features.withExcludedColumns(
                features.excludedColumns().stream().filter(names::contains).toList()));
    }

    /** The same groups with every column. */
    public static FeaturesConfig excludingNone(FeaturesConfig features) {
        return features.withExcludedColumns(List.of());
    }
}
