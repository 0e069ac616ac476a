package dev.linger.pipeline.experiment;

import dev.linger.pipeline.evaluation.PairedBootstrap;
import dev.linger.pipeline.report.ResultTable;
import dev.linger.pipeline.report.tables.ComparisonTable;
import dev.linger.pipeline.report.tables.CutoffTable;
import dev.linger.pipeline.report.tables.NamedLists;
import dev.linger.pipeline.report.tables.Protocol;
import dev.linger.pipeline.report.tables.QualityTable;
import dev.linger.pipeline.report.tables.StageTable;
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
public record ListTables(
        List<NamedLists> baselines, NamedLists stageOne, List<NamedLists> reranked, NamedLists oracle) {
    private static final int FIRST_PAGE = 10;

    /** The stage table, the cutoffs, the paired comparisons and the list quality. */
    public List<ResultTable> tables(Protocol protocol, PairedBootstrap bootstrap) {
        List<NamedLists> staged = staged();
        List<NamedLists> all = systems();
        List<String> rerankedNames = reranked.stream().map(NamedLists::name).toList();
        return List.of(
                StageTable.of(
                        protocol,
                        all,
                        new StageTable.Roles(stageOne.name(), stageOne.name(), oracle.name(), rerankedNames),
                        bootstrap),
                CutoffTable.of(protocol, staged),
                ComparisonTable.of(protocol, all, pairs(), bootstrap),
                QualityTable.of(protocol, all, FIRST_PAGE));
    }

    /** All of them. */
    public List<NamedLists> systems() {
        return Stream.concat(baselines.stream(), staged().stream()).toList();
    }

    /** Those that find candidates: the baselines and their union. */
    public List<NamedLists> sources() {
        return Stream.concat(baselines.stream(), Stream.of(stageOne)).toList();
    }

    private List<NamedLists> staged() {
        return Stream.of(List.of(stageOne), reranked, List.of(oracle))
                .flatMap(List::stream)
                .toList();
    }

    /** Each re-ranked system against stage one and against each baseline, and stage one against these. */
    private List<ComparisonTable.Pair> pairs() {
        List<ComparisonTable.Pair> pairs = new ArrayList<>();
        for (NamedLists system : reranked) {
            pairs.add(new ComparisonTable.Pair(system.name(), stageOne.name()));
            baselines.forEach(baseline -> pairs.add(new ComparisonTable.Pair(system.name(), baseline.name())));
        }
        baselines.forEach(baseline -> pairs.add(new ComparisonTable.Pair(stageOne.name(), baseline.name())));
        return pairs;
    }
}
