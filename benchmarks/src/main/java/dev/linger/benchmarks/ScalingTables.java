package dev.linger.benchmarks;

import dev.linger.pipeline.report.Cell;
import dev.linger.pipeline.report.Column;
import dev.linger.pipeline.report.ResultTable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * Runs of data of several sizes side by side.
 *
 * @param scales of the data of each run
 * @param runs one a scale, at least one, all with the same stages
 */
record ScalingTables(List<String> scales, List<Measured> runs) {
    ScalingTables {
        scales = List.copyOf(scales);
        runs = List.copyOf(runs);
    }

    /** Sizes, then seconds, heap and resident memory of each stage by size. */
    List<ResultTable> all() {
        return List.of(
                sizes(),
                table("scaling-seconds", "Seconds by size", 1, StoredRun.Stage::seconds, StoredRun::seconds),
                table("scaling-heap", "Peak heap by size, MiB", 0, StoredRun.Stage::heapMiB, StoredRun::heapMiB),
                table(
                        "scaling-resident",
                        "Peak resident memory up to the end of the stage by size, MiB",
                        0,
                        StoredRun.Stage::residentMiB,
                        StoredRun::residentMiB));
    }

    private ResultTable sizes() {
        List<Column> columns = List.of(
                Column.text("scale"),
                Column.integer("plays"),
                Column.integer("users"),
                Column.integer("videos"),
                Column.decimal("process s", 1));
        List<List<Cell>> rows = new ArrayList<>();
        for (int at = 0; at < runs.size(); at++) {
            StoredRun run = runs.get(at).run();
            rows.add(List.of(
                    Cell.of(scales.get(at)),
                    Cell.of(run.plays()),
                    Cell.of(run.users()),
                    Cell.of(run.videos()),
                    Cell.of(runs.get(at).processSeconds())));
        }
        List<String> notes =
                List.of("plays, users, videos: after cleaning; process: from the start of Java to its end");
        return new ResultTable("scaling-sizes", "Sizes", null, columns, rows, notes);
    }

    private ResultTable table(
            String id,
            String title,
            int digits,
            ToDoubleFunction<StoredRun.Stage> ofStage,
            ToDoubleFunction<StoredRun> ofRun) {
        List<Column> columns = new ArrayList<>(List.of(Column.text("stage")));
        scales.forEach(scale -> columns.add(Column.decimal("scale " + scale, digits)));
        columns.add(Column.decimal("exponent", 2));
        List<List<Cell>> rows = new ArrayList<>();
        List<StoredRun.Stage> stages = runs.get(0).run().stages();
        for (int at = 0; at < stages.size(); at++) {
            int stage = at;
            rows.add(row(
                    stages.get(at).name(),
                    run -> ofStage.applyAsDouble(run.stages().get(stage))));
        }
        rows.add(row("all stages", ofRun::applyAsDouble));
        List<String> notes = List.of("exponent: slope of log(value) on log(plays) by least squares");
        return new ResultTable(id, title, null, columns, rows, notes);
    }

    private List<Cell> row(String name, Function<StoredRun, Double> value) {
        double[] costs = each(value);
        List<Cell> cells = new ArrayList<>(List.of(Cell.of(name)));
        DoubleStream.of(costs).forEach(cost -> cells.add(Cell.of(cost)));
        cells.add(Cell.of(PowerLaw.exponent(each(run -> (double) run.plays()), costs)));
        return cells;
    }

    private double[] each(Function<StoredRun, Double> value) {
        return runs.stream().mapToDouble(run -> value.apply(run.run())).toArray();
    }
}
