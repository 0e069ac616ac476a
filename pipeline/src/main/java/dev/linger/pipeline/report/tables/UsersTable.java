package dev.linger.pipeline.report.tables;

import dev.linger.pipeline.evaluation.Judgments;
import dev.linger.pipeline.evaluation.ListMetrics;
import dev.linger.pipeline.evaluation.MeasuredLists;
import dev.linger.pipeline.evaluation.listwise.ListMetric;
import dev.linger.pipeline.report.Cell;
import dev.linger.pipeline.report.Column;
import dev.linger.pipeline.report.ResultTable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** How good lists are for users with plays before the cut and for those without: one row a kind of user and system. */
public final class UsersTable {
    private static final int DIGITS = 4;

    private UsersTable() {}

    /**
     * The table; it is short where there are users of both kinds.
     *
     * @param isWarm whether a user has a play before the cut
     */
    public static ResultTable of(
            Protocol protocol, List<MeasuredLists> systems, IntPredicate isWarm, Measures measures) {
        Judgments warm = protocol.judgments().where((user, item) -> isWarm.test(user));
        Judgments fresh = protocol.judgments().where((user, item) -> !isWarm.test(user));
        List<List<Cell>> rows = new ArrayList<>();
        addRows(rows, "warm", warm, systems, measures);
        addRows(rows, "new", fresh, systems, measures);
        List<Column> columns =
                new ArrayList<>(List.of(Column.text("users"), Column.integer("counted"), Column.text("system")));
        measures.metrics().forEach(metric -> columns.add(Column.decimal(metric.name(), DIGITS)));
        columns.add(Column.decimal(StageTable.FALLBACK, StageTable.SHARE_DIGITS));
        return new ResultTable(
                protocol.id("users"),
                "Warm and new users: " + protocol.name() + ", "
                        + protocol.judgments().rule(),
                protocol.caption(),
                columns,
                rows,
                List.of("warm: with a play before the cut; new: without one", StageTable.FALLBACK_NOTE),
                warm.userCount() > 0 && fresh.userCount() > 0 ? ResultTable.Length.SHORT : ResultTable.Length.LONG);
    }

    private static void addRows(
            List<List<Cell>> rows, String kind, Judgments judgments, List<MeasuredLists> systems, Measures measures) {
        int[] users = judgments.users();
        if (users.length == 0) {
            return;
        }
        for (MeasuredLists system : systems) {
            List<Cell> row =
                    new ArrayList<>(List.of(Cell.of(kind), Cell.of((long) users.length), Cell.of(system.name())));
            ListMetrics measured = system.metrics().within(judgments);
            for (ListMetric metric : measures.metrics()) {
                row.add(Cell.of(measured.mean(metric)));
            }
            row.add(Cell.of(system.fallbackShare(users).orElse(Double.NaN)));
            rows.add(row);
        }
    }
}
