package dev.linger.pipeline.report.tables;

import dev.linger.data.Workers;
import dev.linger.pipeline.evaluation.Judgments;
import dev.linger.pipeline.evaluation.NamedLists;
import dev.linger.pipeline.evaluation.OracleOrder;
import dev.linger.pipeline.evaluation.Systems;
import dev.linger.pipeline.report.ResultTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The systems that one protocol measures, in the order of the tables.
 *
 * @param baselines lists that stage one is measured against
 * @param stageOne the candidates in stage-one order
 * @param reranked the same items as each ranker orders them
 * @param oracle the same items, relevant ones first
 */
public record ListTables(List<NamedLists> baselines, NamedLists stageOne, Systems reranked, NamedLists oracle) {
    private static final String ORACLE = "oracle";

    public ListTables {
        baselines = List.copyOf(baselines);
    }

    /** The lists of the users counted and of nobody else: whoever else has one has it by another rule. */
    public static ListTables of(
            List<NamedLists> baselines, NamedLists stageOne, Systems reranked, Judgments judgments) {
        int[] users = judgments.users();
        NamedLists candidates = stageOne.of(users);
        return new ListTables(
                baselines.stream().map(lists -> lists.of(users)).toList(),
                candidates,
                new Systems(
                        reranked.all().stream().map(lists -> lists.of(users)).toList()),
                new NamedLists(ORACLE, OracleOrder.of(candidates.lists(), judgments), candidates.isFallback()));
    }

    /** The stage table, the cutoffs, the paired comparisons and the list quality. */
    public List<ResultTable> tables(Protocol protocol, Measures measures, Workers workers) {
        StageTable.Roles roles =
                new StageTable.Roles(stageOne.name(), stageOne.name(), oracle.name(), reranked.names());
        return List.of(
                StageTable.of(protocol, systems(), roles, measures),
                CutoffTable.of(protocol, staged(), measures),
                ComparisonTable.of(protocol, systems(), pairs(), measures, workers),
                QualityTable.of(protocol, systems()));
    }

    /** All of them. */
    public List<NamedLists> systems() {
        return Stream.concat(baselines.stream(), staged().stream()).toList();
    }

    /** Those that find candidates: the baselines and their union. */
    public List<NamedLists> sources() {
        return Stream.concat(baselines.stream(), Stream.of(stageOne)).toList();
    }

    /** Those that a reader asks after by kind of user: one baseline, stage one, and what is made of it. */
    public List<NamedLists> main(String baseline) {
        return systems().stream()
                .filter(system -> system.name().equals(baseline) || staged().contains(system))
                .toList();
    }

    private List<NamedLists> staged() {
        return Stream.of(List.of(stageOne), reranked.all(), List.of(oracle))
                .flatMap(List::stream)
                .toList();
    }

    /** Each re-ranked system against stage one and against each baseline, and stage one against these. */
    private List<ComparisonTable.Pair> pairs() {
        List<ComparisonTable.Pair> pairs = new ArrayList<>();
        for (String system : reranked.names()) {
            pairs.add(new ComparisonTable.Pair(system, stageOne.name()));
            baselines.forEach(baseline -> pairs.add(new ComparisonTable.Pair(system, baseline.name())));
        }
        baselines.forEach(baseline -> pairs.add(new ComparisonTable.Pair(stageOne.name(), baseline.name())));
        return pairs;
    }
}
