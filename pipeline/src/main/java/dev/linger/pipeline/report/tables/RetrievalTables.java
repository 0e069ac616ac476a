package dev.linger.pipeline.report.tables;

import dev.linger.candidates.als.AlsConfig;
import dev.linger.candidates.union.QuotaSearch;
import dev.linger.pipeline.report.Cell;
import dev.linger.pipeline.report.Column;
import dev.linger.pipeline.report.ResultTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How the sources of candidates were fitted and chosen. */
public final class RetrievalTables {
    private static final int DIGITS = 4;

    private RetrievalTables() {}

    /**
     * A setting of ALS that was tried.
     *
     * @param ndcg NDCG@10 of its lists on the validation days
     * @param recall recall of all its candidates there
     */
    public record AlsTrial(AlsConfig config, double ndcg, double recall) {}

    /** What each setting of ALS was worth on the validation days. */
    public static ResultTable alsSearch(List<AlsTrial> trials) {
        return new ResultTable(
                "als-search",
                "ALS: settings tried on the validation days",
                null,
                List.of(
                        Column.integer("setting"),
                        Column.decimal("NDCG@10", DIGITS),
                        Column.decimal("recall", DIGITS),
                        Column.integer("factors"),
                        Column.text("weighting"),
                        Column.decimal("unobserved", 3),
                        Column.decimal("regularization", 3),
                        Column.decimal("power", 2)),
                IntStream.range(0, trials.size())
                        .mapToObj(at -> {
                            AlsTrial trial = trials.get(at);
                            return List.of(
                                    Cell.of(at),
                                    Cell.of(trial.ndcg()),
                                    Cell.of(trial.recall()),
                                    Cell.of(trial.config().factorCount()),
                                    Cell.of(trial.config().weighting().toString()),
                                    Cell.of(trial.config().unobservedWeight()),
                                    Cell.of(trial.config().regularization()),
                                    Cell.of(trial.config().regularizationPower()));
                        })
                        .toList(),
                List.of());
    }

    /** The share of the candidates each source was given, move by move. */
    public static ResultTable quotas(List<String> sources, List<QuotaSearch.Step> steps) {
        List<Column> columns = new ArrayList<>(List.of(Column.decimal("recall, mean of the rules", DIGITS)));
        sources.forEach(source -> columns.add(Column.integer(source)));
        return new ResultTable(
                "candidate-quotas",
                "Candidates: quotas of the sources, chosen on the validation days",
                null,
                columns,
                steps.stream()
                        .map(step -> Stream.concat(
                                        Stream.of(Cell.of(step.recall())),
                                        Arrays.stream(step.quotas()).mapToObj(quota -> Cell.of((long) quota)))
                                .toList())
                        .toList(),
                List.of());
    }

    /** The loss of ALS after each iteration. */
    public static ResultTable alsLoss(double[] trace) {
        List<List<Cell>> rows = new ArrayList<>();
        for (int iteration = 0; iteration < trace.length; iteration++) {
            rows.add(List.of(Cell.of(iteration + 1L), Cell.of(trace[iteration])));
        }
        return new ResultTable(
                "als-loss",
                "ALS: loss after each iteration",
                null,
                List.of(Column.integer("iteration"), Column.decimal("loss", 1)),
                rows,
                List.of(),
                ResultTable.Length.LONG);
    }
}
