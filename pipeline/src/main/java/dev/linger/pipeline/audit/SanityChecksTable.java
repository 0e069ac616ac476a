package dev.linger.pipeline.audit;

import dev.linger.pipeline.report.Cell;
import dev.linger.pipeline.report.Column;
import dev.linger.pipeline.report.ResultTable;
import java.util.List;

/** The outcome of each sanity check, one row per check. */
public final class SanityChecksTable {
    private static final int DIGITS = 4;

    private SanityChecksTable() {}

    public static ResultTable of(List<SanityCheck> checks) {
        List<List<Cell>> rows = checks.stream()
                .map(check -> List.of(
                        Cell.of(check.change()),
                        Cell.of(check.check()),
                        Cell.of(check.figure()),
                        Cell.of(check.bound()),
                        Cell.of(check.verdict().label())))
                .toList();
        return new ResultTable(
                "audit-sanity-checks",
                "Audit: sanity checks",
                null,
                List.of(
                        Column.text("change"),
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
