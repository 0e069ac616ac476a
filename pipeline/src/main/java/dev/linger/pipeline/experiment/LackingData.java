package dev.linger.pipeline.experiment;

import dev.linger.candidates.SourceConfig;
import dev.linger.data.Dataset;
import dev.linger.data.SideData;
import dev.linger.data.config.Alternatives;
import dev.linger.features.FeatureGroupConfig;
import dev.linger.pipeline.config.CandidatesConfig;
import dev.linger.pipeline.config.LingerConfig;
import dev.linger.pipeline.report.Cell;
import dev.linger.pipeline.report.Column;
import dev.linger.pipeline.report.ResultTable;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a data set does not tell, and what of a configuration that costs.
 *
 * @param there what it tells
 * @param matrix whether it has a fully observed matrix
 * @param flags names of the flags of its plays
 */
public record LackingData(LingerConfig config, Set<SideData> there, boolean matrix, List<String> flags) {
    /** What of a configuration has nothing to be made of in a data set. */
    public static LackingData of(LingerConfig config, Dataset dataset) {
        return new LackingData(
                config,
                SideData.in(dataset.tables()),
                dataset.smallMatrix() != null,
                dataset.log().flagNames());
    }

    /** A line for each feature group that is off. */
    public List<String> lines() {
        return config.features().off(there).stream()
                .map(group -> "the feature group " + group.name() + " is off: the data has no "
                        + group.uses().stream().sorted().map(SideData::words).collect(Collectors.joining(" or ")))
                .toList();
    }

    /** How many groups are off, in one line of a screen; empty where none is. */
    public Optional<String> notice() {
        int off = lines().size();
        return off == 0
                ? Optional.empty()
                : Optional.of(off + (off == 1 ? " feature group is" : " feature groups are")
                        + " off, as the data lacks what they use (linger inspect)");
    }

    /** What there is, and for each of it what uses it. */
    public ResultTable table() {
        Stream<List<Cell>> side = EnumSet.complementOf(EnumSet.of(SideData.PLAYS)).stream()
                .map(data -> row(data.words(), there.contains(data), groups(data), sources(data)));
        return new ResultTable(
                "inspect-use",
                "Data: what it tells of users and videos, and what uses that",
                null,
                Stream.of("what", "in the data", "feature groups", "sources")
                        .map(Column::text)
                        .toList(),
                Stream.concat(
                                side,
                                Stream.of(
                                        row("flags of plays", !flags.isEmpty(), "", ""),
                                        row("fully observed matrix", matrix, matrix ? "" : "(no dense tables)", "")))
                        .toList(),
                notes());
    }

    private List<String> notes() {
        Stream<String> named = Stream.of(
                "a group is off where the data has nothing that it uses; with + it has other columns too",
                "a source without what it uses has nothing of its own to add; all else works with plays alone",
                "titles are for people: recommend shows them");
        Stream<String> ofFlags = flags.isEmpty()
                ? Stream.empty()
                : Stream.of("flags, which rules of evaluation.relevance may name: " + String.join(", ", flags));
        return Stream.concat(named, ofFlags).toList();
    }

    private static List<Cell> row(String what, boolean isThere, String groups, String sources) {
        return List.of(Cell.of(what), Cell.of(isThere ? "yes" : "no"), Cell.of(groups), Cell.of(sources));
    }

    private String groups(SideData data) {
        return config.features().groups().stream()
                .filter(group -> group.uses().contains(data))
                .map(group -> group.name() + (isOffWithout(group, data) ? "" : "+"))
                .collect(Collectors.joining(", "));
    }

    private static boolean isOffWithout(FeatureGroupConfig group, SideData data) {
        return group.uses().equals(Set.of(data));
    }

    private String sources(SideData data) {
        return config.candidates().sources().stream()
                .filter(source -> uses(source, data))
                .map(CandidatesConfig::nameOf)
                .collect(Collectors.joining(", "));
    }

    private static boolean uses(Alternatives<SourceConfig> source, SideData data) {
        return source.settings().get(0).uses().contains(data);
    }
}
