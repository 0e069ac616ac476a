package dev.linger.pipeline.comparison;

import dev.linger.data.InputException;
import dev.linger.pipeline.report.Cell;
import dev.linger.pipeline.report.Column;
import dev.linger.pipeline.report.ResultTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The same system at several cuts and seeds: what one of them shows may be luck. A figure at a cut is the mean of its seeds;
 * the mean is that of the cuts.
 */
public final class CutsComparison {
    /** The tables' ids. */
    static final List<String> IDS = List.of("cuts", "cut-differences");

    private static final int DIGITS = 4;
    private static final String USERS = "95% interval";
    private static final String USERS_AND_VIDEOS = "95% users and videos";
    private static final int METRICS = 2;

    /** Runs by cut. */
    private final TreeMap<Double, List<StoredCut>> byCut = new TreeMap<>();

    private CutsComparison(List<StoredCut> runs) {
        CutOfRun.requireOneConfiguration(runs.stream().map(StoredCut::run).toList());
        runs.forEach(run -> byCut.computeIfAbsent(run.run().place().testShare(), share -> new ArrayList<>())
                .add(run));
    }

    /**
     * The table of the figures, then that of the differences.
     *
     * @param folders of finished runs that differ in {@code split.testShare} and {@code seed}
     * @throws InputException if a folder is not that of a finished run, or runs differ in anything else
     */
    public static List<ResultTable> of(List<Path> folders) {
        if (folders.isEmpty()) {
            throw new InputException("there must be a run folder but there is none");
        }
        CutsComparison cuts =
                new CutsComparison(folders.stream().map(StoredCut::read).toList());
        return List.of(cuts.figures(), cuts.differences());
    }

    private ResultTable figures() {
        List<List<Cell>> rows = new ArrayList<>();
        Set<Integer> served = new HashSet<>();
        addFigures(StoredCut::stages, METRICS, rows, served);
        addFigures(StoredCut::predictions, Integer.MAX_VALUE, rows, served);
        List<Column> columns =
                new ArrayList<>(List.of(Column.text("table"), Column.text("system"), Column.text("metric")));
        byCut.keySet().forEach(share -> columns.add(Column.decimal("cut " + share, DIGITS)));
        columns.add(Column.decimal("mean", DIGITS));
        columns.add(Column.decimal("seeds", DIGITS));
        return new ResultTable(
                        IDS.get(0),
                        "Cuts: every figure at each",
                        null,
                        columns,
                        rows,
                        List.of(
                                "cut: split.testShare, the share of the rows that are the test; each the mean of its seeds",
                                "seeds: standard deviation over the seeds of a cut, the mean of the cuts; - with one seed"))
                .serving(served);
    }

    /** Of each table and system the first decimal columns, as far as all runs have the row. */
    private void addFigures(
            Function<StoredCut, List<ResultTable>> tables, int most, List<List<Cell>> rows, Set<Integer> served) {
        StoredCut first = byCut.firstEntry().getValue().get(0);
        for (ResultTable table : tables.apply(first)) {
            List<Column> metrics = table.columns().stream()
                    .filter(column -> column.kind() == Column.Kind.DECIMAL)
                    .limit(most)
                    .toList();
            for (int row = 0; row < table.rows().size(); row++) {
                for (Column metric : metrics) {
                    if (table.served().contains(row)) {
                        served.add(rows.size());
                    }
                    rows.add(row(table, table.rows().get(row).get(0), metric, tables));
                }
            }
        }
    }

    private List<Cell> row(
            ResultTable table, Cell system, Column metric, Function<StoredCut, List<ResultTable>> tables) {
        List<Cell> cells = new ArrayList<>(List.of(Cell.of(table.id()), system, Cell.of(metric.name())));
        List<Double> means = new ArrayList<>();
        List<Double> deviations = new ArrayList<>();
        for (List<StoredCut> ofCut : byCut.values()) {
            double[] values = ofCut.stream()
                    .mapToDouble(run -> figure(tables.apply(run), table.id(), system, metric))
                    .toArray();
            double mean = DoubleStream.of(values).average().orElseThrow();
            means.add(mean);
            deviations.add(deviation(values, mean));
            cells.add(Cell.of(mean));
        }
        cells.add(Cell.of(mean(means)));
        cells.add(Cell.of(mean(deviations)));
        return cells;
    }

    private static double figure(List<ResultTable> tables, String id, Cell system, Column metric) {
        return tables.stream()
                .filter(table -> table.id().equals(id))
                .flatMap(table -> table.rows().stream()
                        .filter(row -> row.get(0).equals(system))
                        .map(row -> decimal(row.get(column(table, metric.name())))))
                .findFirst()
                .orElse(Double.NaN);
    }

    /** Unbiased, NaN of one value. */
    private static double deviation(double[] values, double mean) {
        double squares = DoubleStream.of(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return values.length < 2 ? Double.NaN : Math.sqrt(squares / (values.length - 1));
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }

    private ResultTable differences() {
        Map<List<Cell>, Counts> counts = new LinkedHashMap<>();
        for (Map.Entry<Double, List<StoredCut>> cut : byCut.entrySet()) {
            for (StoredCut run : cut.getValue()) {
                for (ResultTable table : run.comparisons()) {
                    for (int row = 0; row < table.rows().size(); row++) {
                        add(cut.getKey(), table, row, counts);
                    }
                }
            }
        }
        List<Column> columns = new ArrayList<>(
                List.of(Column.text("table"), Column.text("system"), Column.text("against"), Column.text("metric")));
        byCut.keySet().forEach(share -> columns.add(Column.decimal("cut " + share, DIGITS)));
        columns.addAll(List.of(
                Column.decimal("mean", DIGITS),
                Column.integer("runs"),
                Column.integer("above"),
                Column.integer("below"),
                Column.integer("above, videos too"),
                Column.integer("below, videos too")));
        List<Counts> all = List.copyOf(counts.values());
        return new ResultTable(
                        IDS.get(1),
                        "Cuts: differences, and in how many runs they are sure",
                        null,
                        columns,
                        counts.entrySet().stream()
                                .map(entry -> entry.getValue().row(entry.getKey(), byCut.keySet()))
                                .toList(),
                        List.of(
                                "above, below: runs whose 95% interval over resampled users has the difference on one side of 0;"
                                        + " videos too: whose interval over resampled users and videos has"))
                .serving(IntStream.range(0, all.size())
                        .filter(row -> all.get(row).served)
                        .boxed()
                        .collect(Collectors.toSet()));
    }

    private static void add(double cut, ResultTable table, int position, Map<List<Cell>, Counts> counts) {
        List<Cell> row = table.rows().get(position);
        if (!(row.get(column(table, USERS_AND_VIDEOS)) instanceof Cell.Interval both) || Double.isNaN(both.low())) {
            return;
        }
        List<Cell> key = List.of(Cell.of(table.id()), row.get(0), row.get(1), row.get(2));
        Counts ofKey = counts.computeIfAbsent(key, absent -> new Counts());
        ofKey.differences
                .computeIfAbsent(cut, absent -> new ArrayList<>())
                .add(decimal(row.get(column(table, "difference"))));
        ofKey.users.add((Cell.Interval) row.get(column(table, USERS)));
        ofKey.both.add(both);
        ofKey.served |= table.served().contains(position);
    }

    /** What was found of one pair of systems. */
    private static final class Counts {
        private final Map<Double, List<Double>> differences = new TreeMap<>();
        private final List<Cell.Interval> users = new ArrayList<>();
        private final List<Cell.Interval> both = new ArrayList<>();
        private boolean served;

        List<Cell> row(List<Cell> key, Set<Double> cuts) {
            List<Cell> row = new ArrayList<>(key);
            List<Double> means = cuts.stream()
                    .map(cut -> mean(differences.getOrDefault(cut, List.of())))
                    .toList();
            means.forEach(mean -> row.add(Cell.of(mean)));
            row.add(Cell.of(mean(means)));
            row.add(Cell.of(users.size()));
            row.addAll(List.of(above(users), below(users), above(both), below(both)));
            return row;
        }

        private static Cell above(List<Cell.Interval> intervals) {
            return Cell.of(
                    intervals.stream().filter(interval -> interval.low() > 0).count());
        }

        private static Cell below(List<Cell.Interval> intervals) {
            return Cell.of(
                    intervals.stream().filter(interval -> interval.high() < 0).count());
        }
    }

    private static int column(ResultTable table, String name) {
        for (int at = 0; at < table.columns().size(); at++) {
            if (table.columns().get(at).name().equals(name)) {
                return at;
            }
        }
        throw new InputException(table.id() + " has no column " + name + "; make the run again");
    }

    private static double decimal(Cell cell) {
        return cell instanceof Cell.Decimal decimal ? decimal.value() : Double.NaN;
    }
}
