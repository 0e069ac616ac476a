package dev.linger.pipeline.report.tables;

import dev.linger.pipeline.evaluation.ListQuality;
import dev.linger.pipeline.evaluation.MeasuredLists;
import dev.linger.pipeline.report.Cell;
import dev.linger.pipeline.report.Column;
import dev.linger.pipeline.report.ResultTable;
import java.util.ArrayList;
import java.util.List;

/** What the lists of each system are like apart from relevance: one row a system. */
public final class QualityTable {
    private static final int DIGITS = 4;

    private QualityTable() {}

    /** The table over the first {@link ListQuality#FIRST_PAGE} items of each list. */
    public static ResultTable of(Protocol protocol, List<MeasuredLists> systems) {
        List<List<Cell>> rows = new ArrayList<>();
        for (MeasuredLists system : systems) {
            ListQuality quality = system.quality();
            rows.add(List.of(
                    Cell.of(system.name()),
                    Cell.of(quality.lists()),
                    Cell.of(quality.coverage()),
                    Cell.of(quality.gini()),
                    Cell.of(quality.popularityPercentile()),
                    Cell.of(quality.skippedShare()),
                    Cell.of(quality.coldShare())));
        }
        return new ResultTable(
                protocol.id("quality"),
                "List quality: " + protocol.name() + ", first " + ListQuality.FIRST_PAGE,
                protocol.caption(),
                List.of(
                        Column.text("system"),
                        Column.integer("lists"),
                        Column.decimal("coverage", DIGITS),
                        Column.decimal("Gini", DIGITS),
                        Column.decimal("popularity", DIGITS),
                        Column.decimal("skipped", DIGITS),
                        Column.decimal("cold", DIGITS)),
                rows,
                List.of(
                        "coverage, Gini, popularity: over the videos of the universe; popularity: mean percentile of the plays"
                                + " before the cut",
                        "skipped: slots whose video the user skipped after the cut; cold: slots with a video without a play"
                                + " before it"),
                ResultTable.Length.LONG);
    }
}
