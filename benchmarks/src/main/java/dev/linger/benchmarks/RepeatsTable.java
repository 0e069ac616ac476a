package dev.linger.benchmarks;

import dev.linger.pipeline.report.Cell;
import dev.linger.pipeline.report.Column;
import dev.linger.pipeline.report.ResultTable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Runs of the same data side by side: seconds of each stage in each of them, and the most memory of any of them. */
final class RepeatsTable {
    private RepeatsTable() {}

    /** @param runs at least one, all with the same stages */
    static ResultTable of(List<Measured> runs) {
        List<Column> columns = new ArrayList<>(List.of(Column.text("stage")));
        IntStream.rangeClosed(1, runs.size()).forEach(repeat -> columns.add(Column.decimal("run " + repeat + " s", 1)));
        columns.addAll(List.of(
                Column.decimal("min s", 1),
                Column.decimal("median s", 1),
                Column.decimal("max s", 1),
                Column.decimal("heap MiB", 0),
                Column.decimal("resident MiB", 0)));
        List<List<Cell>> rows = new ArrayList<>();
        List<StoredRun.Stage> stages = runs.get(0).run().stages();
        for (int at = 0; at < stages.size(); at++) {
            int stage = at;
            rows.add(row(
                    stages.get(at).name(),
                    runs,
                    run -> run.run().stages().get(stage).seconds(),
                    run -> run.run().stages().get(stage).heapMiB(),
                    run -> run.run().stages().get(stage).residentMiB()));
        }
        rows.add(row(
                "all stages", runs, run -> run.run().seconds(), run -> run.run().heapMiB(), run -> run.run()
                        .residentMiB()));
        rows.add(row("process", runs, Measured::processSeconds, run -> Double.NaN, run -> Double.NaN));
        StoredRun first = runs.get(0).run();
        String title =
                "Whole runs: " + first.plays() + " plays, " + first.users() + " users, " + first.videos() + " videos";
        return new ResultTable("stages", title, null, columns, rows, notes());
    }

    private static List<String> notes() {
        return List.of(
                "process: from the start of Java to its end, all stages and what lies around them",
                "heap: upper bound, garbage included; resident: of the process up to the end of the stage, native memory"
                        + " included; both the largest of all runs");
    }

    private static List<Cell> row(
            String name,
            List<Measured> runs,
            ToDoubleFunction<Measured> seconds,
            ToDoubleFunction<Measured> heap,
            ToDoubleFunction<Measured> resident) {
        Spread spread = new Spread(runs.stream().map(seconds::applyAsDouble).toList());
        List<Cell> cells = new ArrayList<>(List.of(Cell.of(name)));
        spread.values().forEach(value -> cells.add(Cell.of(value.doubleValue())));
        cells.add(Cell.of(spread.min()));
        cells.add(Cell.of(spread.median()));
        cells.add(Cell.of(spread.max()));
        cells.add(Cell.of(runs.stream().mapToDouble(heap).max().orElse(Double.NaN)));
        cells.add(Cell.of(runs.stream().mapToDouble(resident).max().orElse(Double.NaN)));
        return cells;
    }
}
