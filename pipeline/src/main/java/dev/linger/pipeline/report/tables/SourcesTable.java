package dev.linger.pipeline.report.tables;

import dev.linger.pipeline.evaluation.CandidateCeiling;
import dev.linger.pipeline.evaluation.CandidateSource;
import dev.linger.pipeline.evaluation.CandidateSources;
import dev.linger.pipeline.report.Cell;
import dev.linger.pipeline.report.Column;
import dev.linger.pipeline.report.ResultTable;
import java.util.ArrayList;
import java.util.List;

/** What each source finds by itself and what the candidates would lack without it: one row a source, and their union. */
public final class SourcesTable {
    private static final int DIGITS = 4;

    private SourcesTable() {}

    /**
     * The table.
     *
     * @param limit how many candidates a user gets at most
     */
    public static ResultTable of(Protocol protocol, int limit, CandidateSources sources) {
        CandidateCeiling whole = sources.union();
        List<List<Cell>> rows = new ArrayList<>();
        for (CandidateSource source : sources.all()) {
            CandidateCeiling own = source.own();
            CandidateCeiling without = source.unionWithout();
            rows.add(List.of(
                    Cell.of(source.name()),
                    Cell.of(source.quota()),
                    Cell.of(own.recall()),
                    Cell.of(own.warmRecall()),
                    Cell.of(own.coldRecall()),
                    Cell.of(whole.recall() - without.recall()),
                    Cell.of(whole.warmRecall() - without.warmRecall()),
                    Cell.of(whole.coldRecall() - without.coldRecall())));
        }
        rows.add(unionRow(sources.all(), whole));
        return new ResultTable(
                protocol.id("sources"),
                "Candidates: what each source finds, " + protocol.judgments().rule(),
                protocol.caption(),
                columns(limit),
                rows,
                notes(limit));
    }

    private static List<Cell> unionRow(List<CandidateSource> sources, CandidateCeiling whole) {
        return List.of(
                Cell.of("union"),
                Cell.of(sources.stream().mapToLong(CandidateSource::quota).sum()),
                Cell.of(whole.recall()),
                Cell.of(whole.warmRecall()),
                Cell.of(whole.coldRecall()),
                Cell.notApplicable(),
                Cell.notApplicable(),
                Cell.notApplicable());
    }

    private static List<Column> columns(int limit) {
        return List.of(
                Column.text("source"),
                Column.integer("quota"),
                Column.decimal("Recall@" + limit, DIGITS),
                Column.decimal("warm", DIGITS),
                Column.decimal("cold", DIGITS),
                Column.decimal("marginal", DIGITS),
                Column.decimal("marginal warm", DIGITS),
                Column.decimal("marginal cold", DIGITS));
    }

    private static List<String> notes(int limit) {
        return List.of(
                "Recall@" + limit + ": of " + limit + " videos of this source alone, whatever its quota",
                "marginal: recall of the union less that of the union of the other sources, which fill its quota in turn;"
                        + " negative where they would fill it better",
                "warm, cold: recall of the relevant items with and without a play before the cut, over users with one",
                StageTable.FALLBACK_ELSEWHERE);
    }
}
