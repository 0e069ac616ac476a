package dev.linger.pipeline.sweep;

import dev.linger.pipeline.report.Cell;
import dev.linger.pipeline.report.Column;
import dev.linger.pipeline.report.ResultTable;
import dev.linger.pipeline.training.ValidationQuality;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a sweep found: one row a variant, the best first. */
final class SweepTable {
    private static final int DIGITS = 4;

    private SweepTable() {}

    /**
     * What became of a variant.
     *
     * @param quality on the validation window; null where it failed
     * @param share of the rows that it learned from
     * @param failure why it failed; empty where it did not
     */
    record Outcome(SweepVariant variant, @Nullable ValidationQuality quality, double share, String failure) {
        boolean failed() {
            return quality == null;
        }

        double value(String metric) {
            return Objects.requireNonNull(quality).of(metric);
        }
    }

    /** The best first: of those that learned from more rows, then by the metric; failed ones last. */
    static List<Outcome> sorted(List<Outcome> outcomes, String metric) {
        List<Outcome> sorted = new ArrayList<>(outcomes);
        sorted.sort(Comparator.comparing(Outcome::failed)
                .thenComparing(outcome -> -outcome.share())
                .thenComparing(outcome -> outcome.failed() ? 0 : -outcome.value(metric)));
        return sorted;
    }

    static ResultTable of(List<Outcome> outcomes, String metric, List<String> metrics) {
        List<Column> columns = new ArrayList<>(List.of(Column.text("variant")));
        metrics.forEach(name -> columns.add(Column.decimal(name, DIGITS)));
        columns.add(Column.decimal("rows", 2));
        columns.add(Column.text("failure"));
        List<List<Cell>> rows = new ArrayList<>();
        for (Outcome outcome : sorted(outcomes, metric)) {
            List<Cell> row = new ArrayList<>(List.of(Cell.of(outcome.variant().name())));
            for (String name : metrics) {
                row.add(outcome.failed() ? Cell.notApplicable() : Cell.of(outcome.value(name)));
            }
            row.add(Cell.of(outcome.share()));
            row.add(Cell.of(outcome.failure()));
            rows.add(row);
        }
        return new ResultTable(
                "sweep",
                "Sweep: variants on the validation window, by " + metric,
                null,
                columns,
                rows,
                List.of(
                        ValidationQuality.QUALITY + ": the geometric mean of the metrics by all relevance rules",
                        "rows: share of the training rows that it learned from; the test part was not looked at"));
    }
}
