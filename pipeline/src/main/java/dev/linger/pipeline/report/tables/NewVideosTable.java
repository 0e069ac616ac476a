package dev.linger.pipeline.report.tables;

import dev.linger.pipeline.evaluation.FirstPlays;
import dev.linger.pipeline.evaluation.Judgments;
import dev.linger.pipeline.evaluation.MeasuredLists;
import dev.linger.pipeline.report.Cell;
import dev.linger.pipeline.report.Column;
import dev.linger.pipeline.report.ResultTable;
import java.util.List;
import java.util.function.IntPredicate;

/** What lists find of videos that are new at the cut, and of the others: one row a kind of video and system. */
public final class NewVideosTable {
    /** What the tables of all rules begin with. */
    public static final String ID = "new-videos";

    /** Videos that came within the day before the cut. */
    public static final String OF_LAST_DAY = "of the last day";

    private static final long DAY_MILLIS = 86_400_000;

    private NewVideosTable() {}

    /**
     * The table; the lists are those of all videos, of whose relevant ones only those of a kind count.
     *
     * @param cutMillis the cut
     */
    public static ResultTable of(
            Protocol protocol, List<MeasuredLists> systems, FirstPlays plays, long cutMillis, Measures measures) {
        PartRows rows = new PartRows(protocol, measures);
        IntPredicate ofLastDay = item -> plays.isPlayed(item) && plays.first(item) >= cutMillis - DAY_MILLIS;
        add(rows, OF_LAST_DAY, ofLastDay, systems);
        add(rows, "not played yet", item -> !plays.isPlayed(item), systems);
        add(rows, "played earlier", item -> plays.isPlayed(item) && !ofLastDay.test(item), systems);
        return new ResultTable(
                protocol.id(ID),
                "New videos: " + protocol.name() + ", " + protocol.judgments().rule(),
                protocol.caption(),
                rows.columns(List.of(Column.text("videos"), Column.integer("relevant"), Column.integer("users"))),
                rows.rows(),
                List.of(
                        OF_LAST_DAY
                                + ": first played within 24 hours before the cut; not played yet: known at the cut by"
                                + " daily statistics alone",
                        "relevant: pairs of a user and a video of the kind; lists hold videos of all kinds, and users"
                                + " are those with such a pair",
                        StageTable.FALLBACK_NOTE),
                ResultTable.Length.LONG);
    }

    private static void add(PartRows rows, String kind, IntPredicate isOfKind, List<MeasuredLists> systems) {
        Judgments part = rows.protocol().judgments().where((user, item) -> isOfKind.test(item));
        rows.add(
                part,
                List.of(Cell.of(kind), Cell.of((long) part.relevantPairs()), Cell.of((long) part.userCount())),
                systems);
    }
}
