package dev.linger.pipeline.page;

import dev.linger.pipeline.page.PageFrame.Part;
import dev.linger.pipeline.page.chart.BarChart;
import dev.linger.pipeline.page.chart.BarChart.Bar;
import dev.linger.pipeline.page.chart.Figure;
import dev.linger.pipeline.page.chart.Html;
import dev.linger.pipeline.report.ResultTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Runs side by side as a page: the differences drawn with their intervals, then every table. */
public final class ComparisonPage {
    private ComparisonPage() {}

    /** The page of the tables of a comparison. */
    public static String of(List<ResultTable> tables) {
        List<Part> parts = new ArrayList<>();
        tables.stream()
                .filter(table -> table.id().equals("differences"))
                .findFirst()
                .ifPresent(table -> parts.add(RunPage.figures("drawn", table.title(), List.of(differences(table)))));
        tables.forEach(table -> parts.add(new Part("t-" + table.id(), table.title(), Html.table(table))));
        return new PageFrame(
                        "Runs side by side",
                        "The same users, cut and relevance; the first run against each other one.",
                        parts,
                        "The same numbers are beside this file, as CSV and JSON.")
                .html();
    }

    private static Figure differences(ResultTable table) {
        Rows rows = new Rows(table);
        List<Bar> bars = IntStream.range(0, rows.size())
                .mapToObj(row -> new Bar(
                        rows.text(row, "against") + ", " + rows.text(row, "metric") + ", " + rows.text(row, "relevant"),
                        rows.number(row, "difference"),
                        rows.number(row, "95% interval low"),
                        rows.number(row, "95% interval high"),
                        rows.number(row, "Holm p") <= 0.05))
                .toList();
        return new BarChart(
                        "differences-drawn",
                        table.title(),
                        "To the right the first run is better. The line is the 95 % interval over resampled users; marked bars"
                                + " are sure after Holm's correction for all of them.",
                        "difference",
                        4)
                .of(bars, Optional.of(table));
    }
}
