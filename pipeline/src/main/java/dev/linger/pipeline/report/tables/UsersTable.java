package dev.linger.pipeline.report.tables;

import dev.linger.pipeline.evaluation.Judgments;
import dev.linger.pipeline.evaluation.MeasuredLists;
import dev.linger.pipeline.report.Cell;
import dev.linger.pipeline.report.Column;
import dev.linger.pipeline.report.ResultTable;
import java.util.List;
import java.util.function.IntPredicate;

/** How good lists are for users with plays before the cut and for those without: one row a kind of user and system. */
public final class UsersTable {
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
        PartRows rows = new PartRows(protocol, measures);
        rows.add(warm, cells("warm", warm), systems);
        rows.add(fresh, cells("new", fresh), systems);
        return new ResultTable(
                protocol.id("users"),
                "Warm and new users: " + protocol.name() + ", "
                        + protocol.judgments().rule(),
                protocol.caption(),
                rows.columns(List.of(Column.text("users"), Column.integer("counted"))),
                rows.rows(),
                List.of("warm: with a play before the cut; new: without one", StageTable.FALLBACK_NOTE),
                warm.userCount() > 0 && fresh.userCount() > 0 ? ResultTable.Length.SHORT : ResultTable.Length.LONG);
    }

    private static List<Cell> cells(String kind, Judgments part) {
        return List.of(Cell.of(kind), Cell.of((long) part.userCount()));
    }
}
