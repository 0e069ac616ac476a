package dev.linger.pipeline.report.tables;

import dev.linger.pipeline.evaluation.PairedBootstrap;
import dev.linger.pipeline.report.Cell;
import dev.linger.pipeline.report.Column;
import java.util.List;

/** How tables show a paired difference, for all that have one. */
public final class PairedColumns {
    private static final int DIGITS = 4;

    private PairedColumns() {}

    /** Mean difference, interval and win rate. */
    public static List<Column> columns() {
        return List.of(
                Column.decimal("difference", DIGITS),
                Column.interval("95% interval", DIGITS),
                Column.decimal("win rate", 3));
    }

    /** The cells of {@link #columns}. */
    public static List<Cell> cells(PairedBootstrap.Difference difference) {
        return List.of(
                Cell.of(difference.mean()),
                Cell.of(difference.low(), difference.high()),
                Cell.of(difference.winRate()));
    }

    /** What must be known of {@link #columns}. */
    public static List<String> notes(PairedBootstrap bootstrap) {
        return List.of(
                "interval: percentiles of the mean difference over " + bootstrap.resamples() + " resamples of users",
                "win rate: users with the higher value + half of those with equal values / users");
    }

    /** Mean difference and interval alone. */
    static List<Cell> withoutWinRate(PairedBootstrap.Difference difference) {
        return cells(difference).subList(0, 2);
    }

    /** The cells of a system that is not compared. */
    static List<Cell> none() {
        return List.of(Cell.notApplicable(), Cell.of(Double.NaN, Double.NaN));
    }
}
