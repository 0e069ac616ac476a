package dev.linger.pipeline.report.tables;

import dev.linger.data.Workers;
import dev.linger.pipeline.evaluation.CandidateCeiling;
import dev.linger.pipeline.evaluation.MeasuredLists;
import dev.linger.pipeline.report.Cell;
import dev.linger.pipeline.report.Column;
import dev.linger.pipeline.report.ResultTable;
import java.util.List;

/** What a perfect ranker could find among the candidates: one row a source and length of its list. */
public final class CeilingTable {
    static final int LONGEST = 500;

    private static final int[] LIMITS = {50, 100, 200, 300, LONGEST};

    private CeilingTable() {}

    /** The table, each source by one of the workers. A source whose lists are shorter than a limit repeats its recall from there on. */
    public static ResultTable of(Protocol protocol, List<MeasuredLists> sources, Workers workers) {
        CandidateCeiling.Kinds kinds = CandidateCeiling.Kinds.of(protocol.judgments(), protocol.items());
        List<List<List<Cell>>> rows = workers.map(sources.size(), source -> rows(sources.get(source), kinds));
        return new ResultTable(
                protocol.id("candidates"),
                "Candidates: recall of N candidates, " + protocol.judgments().rule(),
                protocol.caption(),
                List.of(
                        Column.text("source"),
                        Column.integer("N"),
                        Column.decimal("Recall@N", 4),
                        Column.decimal("warm", 4),
                        Column.decimal("cold", 4),
                        Column.decimal("cold share", 4)),
                rows.stream().flatMap(List::stream).toList(),
                List.of(
                        "warm, cold: recall of the relevant items with and without a play before the cut, over users with one",
                        StageTable.FALLBACK_ELSEWHERE,
                        "cold share: relevant (user, item) pairs of items without a play before the cut / relevant pairs"));
    }

    private static List<List<Cell>> rows(MeasuredLists source, CandidateCeiling.Kinds kinds) {
        return CandidateCeiling.of(source.metrics(), kinds, LIMITS).stream()
                .map(ceiling -> List.of(
                        Cell.of(source.name()),
                        Cell.of(ceiling.limit()),
                        Cell.of(ceiling.recall()),
                        Cell.of(ceiling.warmRecall()),
                        Cell.of(ceiling.coldRecall()),
                        Cell.of(ceiling.coldShare())))
                .toList();
    }
}
