package dev.linger.pipeline.training;

import dev.linger.data.Workers;
import dev.linger.data.columns.ColumnReader;
import dev.linger.data.columns.ColumnWriter;
import dev.linger.features.FeatureRows;
import dev.linger.features.skew.ColumnDistribution;
import dev.linger.features.skew.PopulationStability;
import dev.linger.pipeline.cache.Kept;
import dev.linger.pipeline.report.Cell;
import dev.linger.pipeline.report.Column;
import dev.linger.pipeline.report.ResultTable;
import dev.linger.recommender.retrieval.CandidateList;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How the columns of what rankers learned from differ from those of the test candidates they score.
 *
 * @param columns worst first, by the index against the rows of training set candidates where there are any
 * @param rows test candidates looked at
 */
public record FeatureSkew(List<OfColumn> columns, int rows) {
    /** About how many test candidates are looked at. */
    private static final int SCORED_ROWS = 50_000;

    private static final int DIGITS = 3;

    /**
     * The {@link PopulationStability} of one column and the shares of its cells that are missing; NaN where a training set is
     * not taken.
     *
     * @param plays index of the test candidates against the fit rows of training set plays
     * @param candidates index against the fit rows of training set candidates
     */
    public record OfColumn(
            String column,
            double plays,
            double candidates,
            double missingOfPlays,
            double missingOfCandidates,
            double missingOfTest) {
        private double order() {
            return Double.isNaN(candidates) ? plays : candidates;
        }
    }

    /** How it is kept. */
    public static final Kept<FeatureSkew> KEPT = Kept.columns(FeatureSkew::write, FeatureSkew::read);

    private void write(ColumnWriter out) throws IOException {
        out.number(rows);
        out.number(columns.size());
        for (OfColumn column : columns) {
            out.text(column.column());
            out.doubles(new double[] {
                column.plays(),
                column.candidates(),
                column.missingOfPlays(),
                column.missingOfCandidates(),
                column.missingOfTest()
            });
        }
    }

    private static FeatureSkew read(ColumnReader in) throws IOException {
        int rows = in.number();
        int size = in.number();
        List<OfColumn> columns = new ArrayList<>();
        for (int at = 0; at < size; at++) {
            String name = in.text();
            double[] values = in.doubles();
            columns.add(new OfColumn(name, values[0], values[1], values[2], values[3], values[4]));
        }
        return new FeatureSkew(List.copyOf(columns), rows);
    }

    /** Every n-th list, so that they hold about 50,000 rows where there are as many. */
    public static List<CandidateList> sample(List<CandidateList> lists) {
        long rows = lists.stream().mapToLong(CandidateList::size).sum();
        int step = (int) Math.max(1, Math.round((double) rows / SCORED_ROWS));
        return IntStream.iterate(0, at -> at < lists.size(), at -> at + step)
                .mapToObj(lists::get)
                .toList();
    }

    /** Compares rows learned from with rows of test candidates of the same columns. */
    public static FeatureSkew of(LearnedColumns learned, FeatureRows test, Workers workers) {
        List<ColumnDistribution> plays = learned.plays().columns();
        List<OfColumn> columns = workers.map(
                plays.size(),
                column -> compare(
                        plays.get(column),
                        learned.candidates().map(rows -> rows.columns().get(column)),
                        test.cells(column)));
        return new FeatureSkew(
                columns.stream()
                        .sorted(Comparator.comparingDouble(OfColumn::order).reversed())
                        .toList(),
                test.size());
    }

    private static OfColumn compare(ColumnDistribution plays, Optional<ColumnDistribution> candidates, float[] ofTest) {
        return new OfColumn(
                plays.column(),
                plays.stability(ofTest),
                candidates.map(of -> of.stability(ofTest)).orElse(Double.NaN),
                plays.missing(),
                candidates.map(ColumnDistribution::missing).orElse(Double.NaN),
                missing(ofTest));
    }

    private static double missing(float[] values) {
        int count = 0;
        for (float value : values) {
            count += Float.isNaN(value) ? 1 : 0;
        }
        return values.length == 0 ? Double.NaN : (double) count / values.length;
    }

    /** One row a column. */
    public ResultTable table() {
        List<List<Cell>> cells = new ArrayList<>();
        for (OfColumn column : columns) {
            cells.add(List.of(
                    Cell.of(column.column()),
                    Cell.of(column.plays()),
                    Cell.of(column.candidates()),
                    Cell.of(column.missingOfPlays()),
                    Cell.of(column.missingOfCandidates()),
                    Cell.of(column.missingOfTest())));
        }
        return new ResultTable(
                "feature-skew",
                "Features: skew between the rows learned from and the test candidates, worst " + worst(),
                null,
                List.of(
                        Column.text("column"),
                        Column.decimal("PSI plays", DIGITS),
                        Column.decimal("PSI candidates", DIGITS),
                        Column.decimal("missing in plays", DIGITS),
                        Column.decimal("missing in candidates", DIGITS),
                        Column.decimal("missing in test", DIGITS)),
                cells,
                notes(),
                ResultTable.Length.FIRST_ROWS);
    }

    private String worst() {
        return columns.isEmpty()
                ? "none"
                : columns.get(0).column()
                        + String.format(Locale.ROOT, " %.3f", columns.get(0).order());
    }

    private List<String> notes() {
        return List.of(
                "PSI: sum of (p - q) ln(p / q) over tenths of the rows learned from, or their 20 most frequent levels, and"
                        + " what is missing; shares below " + PopulationStability.MIN_SHARE + " count as that",
                "usually read as stable below " + PopulationStability.STABLE + " and as shifted above "
                        + PopulationStability.SHIFTED + " (Siddiqi, Credit Risk Scorecards, 2006); worst: " + worst(),
                "plays, candidates: fit rows of the training set, the latter with every relevant video and some others; test: "
                        + rows + " candidates as of the cut, of every n-th user");
    }
}
