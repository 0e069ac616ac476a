package dev.linger.pipeline.report.tables;

import dev.linger.candidates.KeptVariance;
import dev.linger.candidates.union.QuotaSearch;
import dev.linger.pipeline.report.Cell;
import dev.linger.pipeline.report.Column;
import dev.linger.pipeline.report.ResultTable;
import dev.linger.recommender.retrieval.Funnel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** How the sources of candidates were fitted and chosen. */
public final class RetrievalTables {
    private static final int DIGITS = 4;

    private static final String EFFORT_NOTE =
            "effort: of many settings all are fitted with a third of their iterations first, and the best few in full";

    private RetrievalTables() {}

    /**
     * A setting of a source that was tried.
     *
     * @param source name of the source
     * @param setting its number, from 0
     * @param keys what tells it from the source's other settings
     * @param effort share of the whole effort that it was fitted with
     * @param ndcg NDCG@10 of what it is chosen for
     * @param recall recall of all its candidates on the validation window, NaN where they are not what it is chosen for
     */
    public record SettingTrial(String source, int setting, String keys, double effort, double ndcg, double recall) {}

    /**
     * What each setting of the sources that have several was worth before the test.
     *
     * @param chosenBy what their lists are of, and for whom
     */
    public static ResultTable settings(List<SettingTrial> trials, String chosenBy) {
        return new ResultTable(
                "source-settings",
                "Sources: settings tried",
                null,
                List.of(
                        Column.text("source"),
                        Column.integer("setting"),
                        Column.decimal("effort", 2),
                        Column.decimal("NDCG@10", DIGITS),
                        Column.decimal("recall", DIGITS),
                        Column.text("keys")),
                trials.stream()
                        .map(trial -> List.of(
                                Cell.of(trial.source()),
                                Cell.of(trial.setting()),
                                Cell.of(trial.effort()),
                                Cell.of(trial.ndcg()),
                                Cell.of(trial.recall()),
                                Cell.of(trial.keys())))
                        .toList(),
                List.of("NDCG@10, by which one is chosen: of " + chosenBy, EFFORT_NOTE));
    }

    /**
     * An order that was tried for users whom a source does not know.
     *
     * @param keys what tells it from other settings of the same source
     * @param ndcg NDCG@10 on the validation window, the mean of the relevance rules
     */
    public record FallbackTrial(String source, String keys, double ndcg) {}

    /**
     * What each order was worth whose list users may get whom a source does not know.
     *
     * @param chosen one line, what was chosen and by whom
     */
    public static ResultTable fallback(List<FallbackTrial> trials, String chosen) {
        return new ResultTable(
                "fallback-orders",
                "Fallback: " + chosen,
                null,
                List.of(
                        Column.text("order"),
                        Column.decimal("NDCG@10, mean of the rules", DIGITS),
                        Column.text("keys")),
                trials.stream()
                        .map(trial -> List.of(Cell.of(trial.source()), Cell.of(trial.ndcg()), Cell.of(trial.keys())))
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

    /**
     * How many videos are left to a user on the way to the list, in the mean.
     *
     * @param funnels one for each of the users, of the same steps; at least one
     * @param candidates how many are ranked, in the mean
     */
    public static ResultTable funnel(List<Funnel> funnels, double candidates) {
        List<List<Cell>> rows = new ArrayList<>();
        double left = funnels.get(0).videos();
        rows.add(List.of(Cell.of("none of the videos"), Cell.notApplicable(), Cell.of(left)));
        for (int step = 0; step < funnels.get(0).leftOut().size(); step++) {
            int at = step;
            double leftOut = mean(funnels, funnel -> funnel.leftOut().get(at).videos());
            left -= leftOut;
            rows.add(List.of(Cell.of(funnels.get(0).leftOut().get(at).by()), Cell.of(leftOut), Cell.of(left)));
        }
        rows.add(List.of(Cell.of("not found, or beyond the limit"), Cell.of(left - candidates), Cell.of(candidates)));
        return new ResultTable(
                "funnel",
                "Funnel: videos per user on the way to the candidates",
                null,
                List.of(Column.text("left out"), Column.decimal("how many", 1), Column.decimal("left", 1)),
                rows,
                List.of(
                        "means over the users of the test, over a thousand or two of them where they are more; a video that several leave out counts for the first of them"));
    }

    private static double mean(List<Funnel> funnels, ToIntFunction<Funnel> of) {
        return funnels.stream().mapToInt(of).average().orElseThrow();
    }

    /** What columns that are coordinates of embeddings keep of them. */
    public static ResultTable axes(Map<String, List<KeptVariance>> kept) {
        return new ResultTable(
                "source-axes",
                "Sources: embeddings as columns",
                null,
                List.of(
                        Column.text("source"),
                        Column.text("of"),
                        Column.integer("axes"),
                        Column.integer("numbers"),
                        Column.decimal("variance kept", DIGITS)),
                kept.entrySet().stream()
                        .flatMap(source -> source.getValue().stream()
                                .map(of -> List.of(
                                        Cell.of(source.getKey()),
                                        Cell.of(of.of()),
                                        Cell.of(of.axes()),
                                        Cell.of(of.width()),
                                        Cell.of(of.share()))))
                        .toList(),
                List.of("axes: columns of each; numbers: those of an embedding"));
    }

    /** The loss of each source that is fitted in iterations, after each of them. */
    public static ResultTable losses(Map<String, double[]> traces) {
        List<List<Cell>> rows = new ArrayList<>();
        traces.forEach((source, trace) -> {
            for (int iteration = 0; iteration < trace.length; iteration++) {
                rows.add(List.of(Cell.of(source), Cell.of(iteration + 1L), Cell.of(trace[iteration])));
            }
        });
        return new ResultTable(
                "source-loss",
                "Sources: loss after each iteration",
                null,
                List.of(Column.text("source"), Column.integer("iteration"), Column.decimal("loss", 1)),
                rows,
                List.of(),
                ResultTable.Length.LONG);
    }
}
