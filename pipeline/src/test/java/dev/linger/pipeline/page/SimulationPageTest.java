package dev.linger.pipeline.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.pipeline.report.Cell;
import dev.linger.pipeline.report.Column;
import dev.linger.pipeline.report.ResultTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SimulationPageTest {
    private static final List<String> MEASURES =
            List.of("seconds a visit", "skipped", "age", "found", "tags 1%", "creators", "uploads", "creator Gini");

    private static List<ResultTable> tables() {
        List<Column> columns = new ArrayList<>(List.of(Column.text("policy")));
        MEASURES.forEach(measure -> columns.add(Column.decimal(measure, 2)));
        List<List<Cell>> rows = new ArrayList<>();
        for (String policy : List.of("first", "<second>", "oracle")) {
            List<Cell> row = new ArrayList<>(List.of(Cell.of(policy)));
            MEASURES.forEach(measure -> row.add(Cell.of(policy.length() / 10.0)));
            rows.add(row);
        }
        return List.of(
                new ResultTable("simulation", "Simulation: 1 day", null, columns, rows, List.of()),
                new ResultTable(
                        "simulation-differences",
                        "Differences",
                        null,
                        List.of(
                                Column.text("policy"),
                                Column.text("measure"),
                                Column.decimal("difference", 4),
                                Column.interval("95% interval", 4),
                                Column.decimal("percent", 2)),
                        List.of(
                                difference("<second>", "seconds a visit", 1.25, 0.5, 2),
                                difference("<second>", "skipped", -0.1, -0.3, 0.1),
                                difference("oracle", "skipped", -0.1, -0.3, 0.1)),
                        List.of()),
                new ResultTable(
                        "simulation-days",
                        "Days",
                        null,
                        List.of(
                                Column.text("policy"),
                                Column.integer("day"),
                                Column.decimal("seconds a visit", 2),
                                Column.decimal("creators", 1)),
                        List.of(
                                List.of(Cell.of("first"), Cell.of(1), Cell.of(2.0), Cell.of(3.0)),
                                List.of(Cell.of("first"), Cell.of(2), Cell.of(2.5), Cell.of(2.0))),
                        List.of()));
    }

    private static List<Cell> difference(String policy, String measure, double value, double low, double high) {
        return List.of(Cell.of(policy), Cell.of(measure), Cell.of(value), Cell.of(low, high), Cell.of(10 * value));
    }

    @Test
    void differences_are_said_where_their_interval_leaves_out_0() {
        String page = SimulationPage.of(tables(), Set.of("oracle"), List.of());
        assertTrue(page.contains("<strong>&lt;second&gt;</strong>: seconds watched a visit +1.3 (+12.5 %)</li>"), page);
        assertTrue(page.contains("<strong>oracle</strong>: nothing that these worlds can tell from chance"), page);
        assertFalse(page.contains("share skipped -0.1"), page);
    }

    @Test
    void bounds_are_no_dots_and_ids_are_unique() {
        String page = SimulationPage.of(tables(), Set.of("oracle"), List.of());
        assertTrue(page.contains("first: seconds a visit 0.5000, found 0.5000"), page);
        assertFalse(page.contains("oracle: seconds a visit 0.6000, found 0.6000"), page);
        List<String> ids = Pattern.compile(" id=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertEquals(Set.copyOf(ids).size(), ids.size(), ids::toString);
        assertFalse(page.contains("curve guide"), page);
    }

    @Test
    void a_line_joins_policies_that_differ_in_one_number_in_each_chart_of_trades() {
        String page = SimulationPage.of(tables(), Set.of("oracle"), List.of(List.of("first", "<second>")));
        assertEquals(4, page.split("class=\"curve guide\" d=\"M[0-9. ]+L[0-9. ]+\"", -1).length);
        assertTrue(page.contains("A line joins policies that differ in one number."), page);
    }
}
