package dev.linger.pipeline.audit;

import dev.linger.pipeline.report.Cell;
import dev.linger.pipeline.report.Column;
import dev.linger.pipeline.report.ResultTable;
import java.util.List;

/** What the canaries did: one row a check. */
public final class CanariesTable {
    private static final int DIGITS = 4;

    private CanariesTable() {}

    public static ResultTable of(List<Canary> canaries) {
        List<List<Cell>> rows = canaries.stream()
                .map(canary -> List.of(
                        Cell.of(canary.canary()),
                        Cell.of(canary.check()),
                        Cell.of(canary.figure()),
                        Cell.of(canary.bound()),
                        Cell.of(canary.verdict().label())))
                .toList();
        return new ResultTable(
                "audit-canaries",
                "Audit: canaries",
                null,
                List.of(
                        Column.text("canary"),
                        Column.text("check"),
                        Column.decimal("figure", DIGITS),
                        Column.text("expected"),
                        Column.text("verdict")),
                rows,
                List.of(
                        "agreement of a column: XAUC of its cells against the labels, or 1 - that, whichever is larger",
                        "low end: of the 95% interval of the mean difference, resampled by users"));
    }
}
