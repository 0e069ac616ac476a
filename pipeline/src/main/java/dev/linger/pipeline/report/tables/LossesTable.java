package dev.linger.pipeline.report.tables;

import dev.linger.pipeline.evaluation.MeasuredLists;
import dev.linger.pipeline.report.Cell;
import dev.linger.pipeline.report.Column;
import dev.linger.pipeline.report.ResultTable;
import java.util.ArrayList;
import java.util.List;

/** Where what was relevant is lost on its way to the first page of a user: one row a step. */
final class LossesTable {
    private static final int[] PAGES = {50, 10};

    private LossesTable() {}

    /** @param limit how many candidates a user has at most */
    static ResultTable of(ListTables lists, int limit) {
        Protocol protocol = lists.protocol();
        MeasuredLists served = lists.served();
        long all = protocol.judgments().relevantPairs()
                + (long) protocol.judgments().leftOut().pairs();
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(row("relevant after the cut", all, all));
        rows.add(row(
                "known at the cut, and new to the user", protocol.judgments().relevantPairs(), all));
        rows.add(row("among the " + limit + " candidates", served.metrics().hits(limit), all));
        for (int page : PAGES) {
            rows.add(row(
                    "among the first " + page + " that users get",
                    served.metrics().hits(page),
                    all));
        }
        return new ResultTable(
                protocol.id("losses"),
                "Where relevant videos are lost: " + protocol.name() + ", "
                        + protocol.judgments().rule(),
                protocol.caption(),
                List.of(Column.text("step"), Column.integer("videos"), Column.decimal("share", 3)),
                rows,
                List.of("videos: pairs of a user and a relevant video; users get the order of " + served.name()));
    }

    private static List<Cell> row(String step, long videos, long all) {
        return List.of(Cell.of(step), Cell.of(videos), Cell.of((double) videos / all));
    }
}
