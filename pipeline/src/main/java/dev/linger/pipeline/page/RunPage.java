package dev.linger.pipeline.page;

import dev.linger.pipeline.page.PageFrame.Part;
import dev.linger.pipeline.page.chart.Figure;
import dev.linger.pipeline.page.chart.Html;
import dev.linger.pipeline.report.ResultTable;
import dev.linger.pipeline.run.RunSummary;
import dev.linger.pipeline.run.StageRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The page of a run: what users get, where relevant videos are lost, what rankers learned, what it cost; then every table.
 *
 * @param summary what the run is
 * @param tables all of its tables, by id, in their order
 * @param stages what it did
 */
public record RunPage(RunSummary summary, Map<String, ResultTable> tables, List<StageRecord> stages) {
    public RunPage {
        stages = List.copyOf(stages);
    }

    /** The page of a run with these tables. */
    public static RunPage of(RunSummary summary, List<ResultTable> tables, List<StageRecord> stages) {
        Map<String, ResultTable> byId = new LinkedHashMap<>();
        tables.forEach(table -> byId.put(table.id(), table));
        return new RunPage(summary, byId, stages);
    }

    /** All of it. */
    public String html() {
        return new PageFrame(
                        "Run of " + summary.name(),
                        "Users get the order of " + summary.system() + ". Cut: " + summary.cut() + ". Ranked are "
                                + summary.universe() + "; " + summary.candidateLimit() + " candidates a user.",
                        List.of(
                                figures("results", "What users get", new ResultFigures(this).all()),
                                figures("candidates", "Candidates and sources", new CandidateFigures(this).all()),
                                figures("rankers", "What rankers learned", new RankerFigures(this).all()),
                                figures("cost", "What it cost", CostFigures.of(stages)),
                                new Part("tables", "Every table", Html.tables(tables.values()))),
                        "The same numbers are in tables/ beside this file, as CSV and JSON.")
                .html();
    }

    static Part figures(String id, String title, List<Figure> figures) {
        StringBuilder html = new StringBuilder("<div class=\"figures\">\n");
        figures.forEach(figure -> html.append(figure.html()));
        return new Part(id, title, html.append("</div>\n").toString());
    }

    /** The rows of a table, where the run has it and it is not empty. */
    Optional<Rows> rows(String id) {
        return Optional.ofNullable(tables.get(id))
                .filter(table -> !table.rows().isEmpty())
                .map(Rows::new);
    }

    /** The tables whose id begins like this. */
    List<Rows> rowsOf(String beginning) {
        List<Rows> found = new ArrayList<>();
        tables.forEach((id, table) -> {
            if (id.startsWith(beginning) && !table.rows().isEmpty()) {
                found.add(new Rows(table));
            }
        });
        return found;
    }

    /** The id of the first relevance rule. */
    String rule() {
        return summary.rules().get(0).id();
    }
}
