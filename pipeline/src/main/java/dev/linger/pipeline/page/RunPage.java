package dev.linger.pipeline.page;

import dev.linger.pipeline.report.ResultTable;
import dev.linger.pipeline.run.RunSummary;
import dev.linger.pipeline.run.StageRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /** One part of the page. */
    private record Part(String id, String title, String html) {}

    /** All of it. */
    public String html() {
        List<Part> parts = List.of(
                figures("results", "What users get", new ResultFigures(this).all()),
                figures("candidates", "Candidates and sources", new CandidateFigures(this).all()),
                figures("rankers", "What rankers learned", new RankerFigures(this).all()),
                figures("cost", "What it cost", CostFigures.of(stages)),
                new Part("tables", "Every table", tablesHtml()));
        StringBuilder html = new StringBuilder("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<meta name=\"color-scheme\" content=\"light dark\">\n<link rel=\"icon\" href=\"data:,\">\n<title>"
                + Html.escaped("Linger run " + summary.name()) + "</title>\n<style>\n" + style()
                + "</style>\n</head>\n<body>\n"
                + "<a class=\"skip\" href=\"#results\">To the results</a>\n<header>\n<h1>"
                + Html.escaped("Run of " + summary.name()) + "</h1>\n<p>"
                + Html.escaped(
                        "Users get the order of " + summary.system() + ". Cut: " + summary.cut() + ". Ranked are "
                                + summary.universe() + "; " + summary.candidateLimit() + " candidates a user.")
                + "</p>\n<nav aria-label=\"Parts\">");
        parts.forEach(part -> html.append("<a href=\"#" + part.id() + "\">" + Html.escaped(part.title()) + "</a> "));
        html.append("</nav>\n</header>\n<main>\n");
        for (Part part : parts) {
            html.append("<section id=\"" + part.id() + "\" aria-labelledby=\"" + part.id() + "-h\">\n<h2 id=\""
                    + part.id() + "-h\">" + Html.escaped(part.title()) + "</h2>\n" + part.html() + "</section>\n");
        }
        return html.append(
                        "</main>\n<footer>Made by Linger. The same numbers are in tables/ beside this file, as CSV and"
                                + " JSON.</footer>\n</body>\n</html>\n")
                .toString();
    }

    private static Part figures(String id, String title, List<Figure> figures) {
        StringBuilder html = new StringBuilder("<div class=\"figures\">\n");
        figures.forEach(figure -> html.append(figure.html()));
        return new Part(id, title, html.append("</div>\n").toString());
    }

    private String tablesHtml() {
        StringBuilder html = new StringBuilder();
        for (ResultTable table : tables.values()) {
            html.append("<details id=\"t-" + table.id() + "\"><summary>" + Html.escaped(table.title()) + "</summary>\n"
                    + Html.table(table) + "</details>\n");
        }
        return html.toString();
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

    private static String style() {
        try (InputStream in = RunPage.class.getResourceAsStream("page.css")) {
            return new String(Objects.requireNonNull(in, "page.css").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
