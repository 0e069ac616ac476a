package dev.linger.pipeline.report.tables;

import dev.linger.data.RankedList;
import dev.linger.pipeline.evaluation.Judgments;
import dev.linger.pipeline.evaluation.ListMetrics;
import dev.linger.pipeline.evaluation.listwise.ListMetric;
import dev.linger.pipeline.evaluation.pointwise.PointwiseMetrics;
import dev.linger.pipeline.report.Cell;
import dev.linger.pipeline.report.Column;
import dev.linger.pipeline.report.ResultTable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The contribution of each part: one row a part left out and relevance rule, and first the whole with nothing left out.
 *
 * @param protocols the end-to-end protocol by each relevance rule
 * @param measures the metrics to read first are shown
 * @param limit how many candidates a user gets at most
 */
public record AblationTable(List<Protocol> protocols, Measures measures, int limit) {
    private static final int DIGITS = 4;

    public AblationTable {
        protocols = List.copyOf(protocols);
    }

    /**
     * The whole, or the whole without a part of it.
     *
     * @param without the part
     * @param columns how many columns the ranker saw
     * @param byRule the lists users get, measured by each relevance rule
     * @param predictions of the plays after the cut
     */
    public record Variant(String without, int columns, List<ListMetrics> byRule, PointwiseMetrics predictions) {
        public Variant {
            byRule = List.copyOf(byRule);
        }
    }

    /** Measures lists for the tables; the recall of all candidates is that of the whole lists. */
    public ListMetrics measure(Judgments judgments, List<RankedList> lists) {
        return ListMetrics.of(judgments, lists, ofSourcesMetrics());
    }

    /** The headline metric by the first relevance rule. */
    public double headline(Variant variant) {
        return variant.byRule().get(0).mean(measures.headline());
    }

    public String headlineName() {
        return measures.headline().name();
    }

    /** The contribution of each group of columns. */
    public ResultTable ofFeatures(Variant whole, List<Variant> variants) {
        return table(
                "ablation-features",
                "Ablation: contribution of each feature group",
                measures.toReadFirst(),
                whole,
                variants);
    }

    /** The contribution of each source of candidates. */
    public ResultTable ofSources(Variant whole, List<Variant> variants) {
        return table(
                "ablation-sources",
                "Ablation: contribution of each source of candidates",
                ofSourcesMetrics(),
                whole,
                variants);
    }

    private List<ListMetric> ofSourcesMetrics() {
        return Measures.withRecall(measures.toReadFirst(), limit);
    }

    private ResultTable table(
            String id, String title, List<ListMetric> metrics, Variant whole, List<Variant> variants) {
        List<List<Cell>> rows = new ArrayList<>();
        for (int rule = 0; rule < protocols.size(); rule++) {
            rows.add(row(rule, metrics, null, whole));
            for (Variant variant : variants) {
                rows.add(row(rule, metrics, whole, variant));
            }
        }
        return new ResultTable(id, title, null, columns(metrics), rows, notes());
    }

    private List<Cell> row(int rule, List<ListMetric> metrics, @Nullable Variant whole, Variant variant) {
        List<Cell> row = new ArrayList<>(List.of(
                Cell.of(variant.without()),
                Cell.of(protocols.get(rule).judgments().rule()),
                Cell.of((long) variant.columns())));
        ListMetrics measured = variant.byRule().get(rule);
        for (ListMetric metric : metrics) {
            row.add(Cell.of(measured.mean(metric)));
            row.addAll(
                    whole == null
                            ? PairedColumns.none()
                            : PairedColumns.withoutWinRate(
                                    whole.byRule().get(rule).less(measured, metric, measures.bootstrap())));
        }
        row.add(Cell.of(variant.predictions().mae()));
        row.add(Cell.of(variant.predictions().xauc()));
        return row;
    }

    private static List<Column> columns(List<ListMetric> metrics) {
        List<Column> columns =
                new ArrayList<>(List.of(Column.text("without"), Column.text("relevant"), Column.integer("columns")));
        for (ListMetric metric : metrics) {
            columns.add(Column.decimal(metric.name(), DIGITS));
            columns.add(Column.decimal("contribution to " + metric.name(), DIGITS));
            columns.add(Column.interval("95% " + metric.name(), DIGITS));
        }
        columns.add(Column.decimal("MAE", DIGITS));
        columns.add(Column.decimal("XAUC", DIGITS));
        return columns;
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>(Protocol.notes(protocols));
        notes.add("contribution: of the lists users get, the value with all parts less that without this one, paired by"
                + " user; interval from " + measures.bootstrap().resamples() + " resamples of users");
        notes.add("MAE, XAUC: of the predictions of every play after the cut");
        return notes;
    }
}
