package dev.linger.pipeline.report.tables;

import dev.linger.data.RankedList;
import dev.linger.pipeline.evaluation.Judgments;
import dev.linger.pipeline.evaluation.ListMetric;
import dev.linger.pipeline.evaluation.ListMetrics;
import dev.linger.pipeline.evaluation.PairedBootstrap;
import dev.linger.pipeline.evaluation.pointwise.PointwiseMetrics;
import dev.linger.pipeline.report.Cell;
import dev.linger.pipeline.report.Column;
import dev.linger.pipeline.report.ResultTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What each part brought: one row a part left out and relevance rule, and first the whole with nothing left out. */
public final class AblationTable {
    private static final Measure NDCG = new Measure(ListMetric.NDCG, 10);
    private static final Measure RECALL = new Measure(ListMetric.RECALL, 50);
    private static final int DIGITS = 4;

    private AblationTable() {}

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

        /** NDCG@10 by the first relevance rule. */
        public double headline() {
            return NDCG.mean(byRule.get(0));
        }
    }

    /** Measures lists for the tables; the recall of all candidates is that of the whole lists. */
    public static ListMetrics measure(Judgments judgments, List<RankedList> lists, int limit) {
        return ListMetrics.of(
                judgments,
                lists,
                Stream.concat(listMeasures().stream(), Stream.of(new Measure(ListMetric.RECALL, limit)))
                        .mapToInt(Measure::cutoff)
                        .distinct()
                        .toArray());
    }

    /**
     * What the groups of columns brought.
     *
     * @param protocols the end-to-end protocol by each relevance rule
     */
    public static ResultTable ofFeatures(
            List<Protocol> protocols, Variant whole, List<Variant> variants, PairedBootstrap bootstrap) {
        return table(
                "ablation-features",
                "Ablation: what each feature group brought",
                listMeasures(),
                protocols,
                whole,
                variants,
                bootstrap);
    }

    /**
     * What the sources of candidates brought.
     *
     * @param protocols the end-to-end protocol by each relevance rule
     * @param limit how many candidates a user gets at most
     */
    public static ResultTable ofSources(
            List<Protocol> protocols, int limit, Variant whole, List<Variant> variants, PairedBootstrap bootstrap) {
        List<Measure> measures = Stream.concat(
                        listMeasures().stream(), Stream.of(new Measure(ListMetric.RECALL, limit)))
                .distinct()
                .toList();
        return table(
                "ablation-sources",
                "Ablation: what each source of candidates brought",
                measures,
                protocols,
                whole,
                variants,
                bootstrap);
    }

    private static List<Measure> listMeasures() {
        return List.of(NDCG, RECALL);
    }

    private static ResultTable table(
            String id,
            String title,
            List<Measure> measures,
            List<Protocol> protocols,
            Variant whole,
            List<Variant> variants,
            PairedBootstrap bootstrap) {
        List<List<Cell>> rows = new ArrayList<>();
        for (int rule = 0; rule < protocols.size(); rule++) {
            String relevance = protocols.get(rule).judgments().rule();
            rows.add(row(relevance, rule, measures, null, whole, bootstrap));
            for (Variant variant : variants) {
                rows.add(row(relevance, rule, measures, whole, variant, bootstrap));
            }
        }
        return new ResultTable(id, title, null, columns(measures), rows, notes(protocols, bootstrap));
    }

    private static List<Cell> row(
            String relevance,
            int rule,
            List<Measure> measures,
            @Nullable Variant whole,
            Variant variant,
            PairedBootstrap bootstrap) {
        List<Cell> row = new ArrayList<>(
                List.of(Cell.of(variant.without()), Cell.of(relevance), Cell.of((long) variant.columns())));
        for (Measure measure : measures) {
            ListMetrics metrics = variant.byRule().get(rule);
            row.add(Cell.of(measure.mean(metrics)));
            if (whole == null) {
                row.add(Cell.notApplicable());
                row.add(Cell.of(Double.NaN, Double.NaN));
            } else {
                PairedBootstrap.Difference brought =
                        measure.difference(whole.byRule().get(rule), metrics, bootstrap);
                row.add(Cell.of(brought.mean()));
                row.add(Cell.of(brought.low(), brought.high()));
            }
        }
        row.add(Cell.of(variant.predictions().mae()));
        row.add(Cell.of(variant.predictions().xauc()));
        return row;
    }

    private static List<Column> columns(List<Measure> measures) {
        List<Column> columns =
                new ArrayList<>(List.of(Column.text("without"), Column.text("relevant"), Column.integer("columns")));
        for (Measure measure : measures) {
            columns.add(Column.decimal(measure.name(), DIGITS));
            columns.add(Column.decimal("brought " + measure.name(), DIGITS));
            columns.add(Column.interval("95% " + measure.name(), DIGITS));
        }
        columns.add(Column.decimal("MAE", DIGITS));
        columns.add(Column.decimal("XAUC", DIGITS));
        return columns;
    }

    private static List<String> notes(List<Protocol> protocols, PairedBootstrap bootstrap) {
        Protocol first = protocols.get(0);
        return List.of(
                first.name() + ": " + first.universe() + "; cut: " + first.cut(),
                "users with a relevant play: "
                        + protocols.stream()
                                .map(Protocol::judgments)
                                .map(judgments -> judgments.userCount() + " by " + judgments.rule())
                                .collect(Collectors.joining(", ")),
                "brought: of the lists users get, the value with all parts less that without this one, paired by user;"
                        + " interval from " + bootstrap.resamples() + " resamples of users",
                "MAE, XAUC: of the predictions of every play after the cut");
    }
}
