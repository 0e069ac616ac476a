package dev.linger.benchmarks.peers;

import dev.linger.benchmarks.Spread;
import dev.linger.pipeline.report.Cell;
import dev.linger.pipeline.report.Column;
import dev.linger.pipeline.report.ResultTable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Medians of both sides of each work and their ratios; how far the repeats were apart; what both said of their work. */
final class PeersTables {
    /** What installs all peers; LightGBM in the version that Linger holds, which needs NumPy below 2. */
    static final String INSTALL =
            "pip install implicit==0.7.3 lightgbm==4.3.0 duckdb==1.5.6 pandas==2.3.3 numpy==1.26.4 threadpoolctl";

    private static final List<ToDoubleFunction<Cost>> MEASURES =
            List.of(Cost::seconds, Cost::cpuSeconds, Cost::residentMiB);

    private PeersTables() {}

    static ResultTable ratios(List<Pair> pairs) {
        List<Column> columns = new ArrayList<>(List.of(Column.text("work"), Column.text("peer")));
        Stream.of("wall s", "CPU s", "MiB").forEach(measure -> {
            int digits = measure.equals("MiB") ? 0 : 2;
            columns.add(Column.decimal("Linger " + measure, digits));
            columns.add(Column.decimal("peer " + measure, digits));
            columns.add(Column.decimal("ratio " + measure, 2));
        });
        List<String> notes = new ArrayList<>(List.of(
                "medians; ratio: Linger's divided by the peer's, below 1 where Linger needs less",
                "CPU: user and system of all threads, native ones included; MiB: the most that was resident",
                "wall, CPU: load and recipe of a whole process; all others of the step alone, without reading or drawing"
                        + " data, and after the same number of repeats that do not count, none for trees",
                "OMP_WAIT_POLICY=PASSIVE for both"));
        List<String> missing = pairs.stream()
                .flatMap(pair -> pair.work().peer().missing().stream())
                .distinct()
                .toList();
        if (!missing.isEmpty()) {
            notes.add("not installed: " + String.join(", ", missing) + "; all peers come by " + INSTALL);
        }
        pairs.stream().flatMap(Pair::failures).forEach(failure -> notes.add("failed: " + failure));
        return new ResultTable(
                "peers",
                "Linger beside what else you could use",
                null,
                columns,
                pairs.stream().map(PeersTables::ratioRow).toList(),
                notes);
    }

    private static List<Cell> ratioRow(Pair pair) {
        List<Cell> cells = new ArrayList<>(
                List.of(Cell.of(pair.work().title()), Cell.of(pair.work().peer().name())));
        for (ToDoubleFunction<Cost> measure : MEASURES) {
            double ours = median(pair.linger(), measure);
            double theirs = median(pair.peer(), measure);
            cells.addAll(List.of(Cell.of(ours), Cell.of(theirs), Cell.of(ours / theirs)));
        }
        return cells;
    }

    /** NaN of a side that was not measured to its end. */
    private static double median(@Nullable Side side, ToDoubleFunction<Cost> measure) {
        return side == null || !side.isMeasured()
                ? Double.NaN
                : spread(side, measure).median();
    }

    private static Spread spread(Side side, ToDoubleFunction<Cost> measure) {
        return new Spread(side.costs().stream().map(measure::applyAsDouble).toList());
    }

    static ResultTable spreads(List<Pair> pairs) {
        List<Column> columns =
                new ArrayList<>(List.of(Column.text("work"), Column.text("side"), Column.integer("repeats")));
        Stream.of("wall s", "CPU s").forEach(measure -> Stream.of("min", "median", "max")
                .forEach(of -> columns.add(Column.decimal(measure + " " + of, 3))));
        List<List<Cell>> rows = pairs.stream()
                .flatMap(pair -> pair.sides().stream().filter(Side::isMeasured).map(side -> spreadRow(pair, side)))
                .toList();
        return new ResultTable("peers-spread", "How far repeats were apart", null, columns, rows, facts(pairs));
    }

    private static List<Cell> spreadRow(Pair pair, Side side) {
        List<Cell> cells = new ArrayList<>(List.of(Cell.of(pair.work().name()), Cell.of(side.name()), Cell.of((long)
                side.costs().size())));
        for (ToDoubleFunction<Cost> measure : MEASURES.subList(0, 2)) {
            Spread spread = spread(side, measure);
            cells.addAll(List.of(Cell.of(spread.min()), Cell.of(spread.median()), Cell.of(spread.max())));
        }
        return cells;
    }

    private static List<String> facts(List<Pair> pairs) {
        return pairs.stream()
                .flatMap(pair -> pair.sides().stream()
                        .filter(side -> !side.facts().isEmpty())
                        .map(side -> pair.work().name() + ", " + side.name() + ": "
                                + side.facts().entrySet().stream()
                                        .map(fact -> fact.getKey() + " " + fact.getValue())
                                        .collect(Collectors.joining("; "))))
                .toList();
    }
}
