package dev.linger.pipeline.report.tables;

import dev.linger.data.source.DataReport;
import dev.linger.data.source.LogStatistics;
import dev.linger.data.source.LogStatistics.Distribution;
import dev.linger.pipeline.report.Cell;
import dev.linger.pipeline.report.Column;
import dev.linger.pipeline.report.ResultTable;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** What was read, what the cleaning rules did, and what the log looks like. */
public final class DataTables {
    private static final int DIGITS = 4;

    private DataTables() {}

    /** The files, the rules that hit a row, and the log. */
    public static List<ResultTable> of(DataReport report) {
        return List.of(files(report), rules(report), log(report.log()));
    }

    /** The same in two lines. */
    public static List<String> screen(DataReport report) {
        LogStatistics log = report.log();
        long dropped = report.hits().stream()
                .filter(hit -> hit.action() != DataReport.Action.KEPT)
                .mapToLong(DataReport.RuleHit::rows)
                .sum();
        return List.of(
                String.format(
                        Locale.ROOT,
                        "%,d plays of %,d users and %,d videos, %s to %s",
                        log.rows(),
                        log.users(),
                        log.items(),
                        LocalDate.ofEpochDay(log.firstDay()),
                        LocalDate.ofEpochDay(log.lastDay())),
                String.format(
                        Locale.ROOT,
                        "watch ratio: median %.2f, at least 1 in %.1f %%; rows left out or mended: %,d, by %d rules",
                        log.watchRatio().median(),
                        100 * log.shareAtLeastOne(),
                        dropped,
                        report.rulesThatHit().size()));
    }

    private static ResultTable files(DataReport report) {
        return new ResultTable(
                "data-files",
                "Data: files",
                null,
                List.of(
                        Column.text("file"),
                        Column.integer("bytes"),
                        Column.integer("rows read"),
                        Column.integer("rows kept")),
                report.files().stream()
                        .map(file -> List.of(
                                Cell.of(file.name()),
                                Cell.of(file.bytes()),
                                Cell.of(file.rowsRead()),
                                Cell.of(file.rowsKept())))
                        .toList(),
                report.unread());
    }

    private static ResultTable rules(DataReport report) {
        List<List<Cell>> rows = report.hits().stream()
                .map(hit -> List.of(
                        Cell.of(hit.file()),
                        Cell.of(hit.rule().name()),
                        Cell.of(hit.rows()),
                        Cell.of(hit.action().name().toLowerCase(Locale.ROOT)),
                        Cell.of(
                                hit.examples().isEmpty()
                                        ? ""
                                        : hit.examples().get(0).place())))
                .toList();
        List<String> notes = report.rulesThatHit().stream()
                .map(rule -> rule.name() + ": " + rule.description())
                .toList();
        return new ResultTable(
                "data-rules",
                "Data: cleaning rules that hit a row",
                null,
                List.of(
                        Column.text("file"),
                        Column.text("rule"),
                        Column.integer("rows"),
                        Column.text("rows are"),
                        Column.text("first")),
                rows,
                notes);
    }

    private static ResultTable log(LogStatistics log) {
        return new ResultTable(
                "data-log",
                "Data: the log after cleaning",
                null,
                List.of(
                        Column.text("of"),
                        Column.decimal("mean", DIGITS),
                        Column.decimal("min", DIGITS),
                        Column.decimal("quartile 1", DIGITS),
                        Column.decimal("median", DIGITS),
                        Column.decimal("quartile 3", DIGITS),
                        Column.decimal("max", DIGITS)),
                List.of(
                        distribution("watch_ratio", log.watchRatio()),
                        distribution("duration, ms", log.durationMillis()),
                        distribution("plays per user", log.rowsPerUser())),
                List.of(String.format(
                        Locale.ROOT,
                        "%,d plays of %,d users and %,d videos on %d days, %s to %s; watch_ratio >= 1 in %.1f %%",
                        log.rows(),
                        log.users(),
                        log.items(),
                        log.days(),
                        LocalDate.ofEpochDay(log.firstDay()),
                        LocalDate.ofEpochDay(log.lastDay()),
                        100 * log.shareAtLeastOne())));
    }

    private static List<Cell> distribution(String of, Distribution values) {
        return List.of(
                Cell.of(of),
                Cell.of(values.mean()),
                Cell.of(values.min()),
                Cell.of(values.lowerQuartile()),
                Cell.of(values.median()),
                Cell.of(values.upperQuartile()),
                Cell.of(values.max()));
    }
}
