package dev.linger.pipeline.report.tables;

import dev.linger.data.Workers;
import dev.linger.pipeline.evaluation.MeasuredLists;
import dev.linger.pipeline.evaluation.Systems;
import dev.linger.pipeline.report.ResultTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The systems that one protocol measures, in the order of the tables.
 *
 * @param protocol by which all are measured
 * @param retrieval what no ranker changes
 * @param reranked the candidates as each ranker orders them; the last is what users get
 */
public record ListTables(Protocol protocol, MeasuredRetrieval retrieval, List<MeasuredLists> reranked) {
    public ListTables {
        reranked = List.copyOf(reranked);
    }

    /**
     * Measures what rankers made of the candidates.
     *
     * @param depth how many items of each list the tables look at
     */
    public static ListTables of(
            Protocol protocol, MeasuredRetrieval retrieval, Systems reranked, int depth, Workers workers) {
        return new ListTables(
                protocol,
                retrieval,
                MeasuredLists.of(reranked.all(), protocol.judgments(), protocol.items(), depth, workers));
    }

    /** The stage table, the cutoffs, the paired comparisons and the list quality. */
    public List<ResultTable> tables(Measures measures, Workers workers) {
        String stageOne = retrieval.stageOne().name();
        StageTable.Roles roles =
                new StageTable.Roles(stageOne, stageOne, retrieval.oracle().name(), rerankedNames());
        return Stream.of(
                        StageTable.of(protocol, systems(), roles, measures),
                        CutoffTable.of(protocol, staged(), measures),
                        ComparisonTable.of(protocol, systems(), pairs(), measures, workers),
                        QualityTable.of(protocol, systems()))
                .map(this::marked)
                .toList();
    }

    /** A table of these systems with marks at what users get. */
    public ResultTable marked(ResultTable table) {
        return table.serving(served().name());
    }

    /** Where relevant videos are lost, of as many candidates a user at most. */
    public ResultTable losses(int limit) {
        return LossesTable.of(this, limit);
    }

    /** What users get: the last of the ranked. */
    MeasuredLists served() {
        return reranked.get(reranked.size() - 1);
    }

    /** All of them. */
    public List<MeasuredLists> systems() {
        return Stream.concat(retrieval.baselines().stream(), staged().stream()).toList();
    }

    /** Those that find candidates: the baselines and their union. */
    public List<MeasuredLists> sources() {
        return Stream.concat(retrieval.baselines().stream(), Stream.of(retrieval.stageOne()))
                .toList();
    }

    /** Those that a reader asks after by kind of user: one baseline, stage one, and what is made of it. */
    public List<MeasuredLists> main(String baseline) {
        return Stream.concat(
                        retrieval.baselines().stream()
                                .filter(system -> system.name().equals(baseline)),
                        staged().stream())
                .toList();
    }

    private List<MeasuredLists> staged() {
        return Stream.of(List.of(retrieval.stageOne()), reranked, List.of(retrieval.oracle()))
                .flatMap(List::stream)
                .toList();
    }

    private List<String> rerankedNames() {
        return reranked.stream().map(MeasuredLists::name).toList();
    }

    /** Each re-ranked system against stage one and against each baseline, and stage one against these. */
    private List<ComparisonTable.Pair> pairs() {
        String stageOne = retrieval.stageOne().name();
        List<String> baselines =
                retrieval.baselines().stream().map(MeasuredLists::name).toList();
        List<ComparisonTable.Pair> pairs = new ArrayList<>();
        for (String system : rerankedNames()) {
            pairs.add(new ComparisonTable.Pair(system, stageOne));
            baselines.forEach(baseline -> pairs.add(new ComparisonTable.Pair(system, baseline)));
        }
        baselines.forEach(baseline -> pairs.add(new ComparisonTable.Pair(stageOne, baseline)));
        return pairs;
    }
}
