package dev.linger.benchmarks;

import dev.linger.pipeline.report.Cell;
import dev.linger.pipeline.report.Column;
import dev.linger.pipeline.report.ResultTable;
import java.util.ArrayList;
import java.util.List;

/** What it costs to swap the ranker: one row a run, one column a stage. */
final class SwapsTable {
    private static final List<Swap> SWAPS = List.of(
            new Swap("the first run", List.of()),
            new Swap("the same again", List.of()),
            new Swap("constant in place of the blend", List.of("--config", "ranker-constant")),
            new Swap("linear in place of the blend", List.of("--config", "ranker-linear")),
            new Swap("31 leaves in place of 63 in one member", List.of("--set", "ranker.members.0.model.leaves=31")));

    /** Options of the runs, in the order of the rows. */
    static final List<List<String>> OPTIONS = SWAPS.stream().map(Swap::options).toList();

    private record Swap(String name, List<String> options) {}

    private SwapsTable() {}

    /** @param runs with {@link #OPTIONS}, all with the same stages */
    static ResultTable of(List<Measured> runs) {
        List<Column> columns = new ArrayList<>(List.of(Column.text("run")));
        runs.get(0).run().stages().forEach(stage -> columns.add(Column.decimal(stage.name(), 1)));
        columns.add(Column.decimal("process", 1));
        List<List<Cell>> rows = new ArrayList<>();
        for (int at = 0; at < runs.size(); at++) {
            List<Cell> row = new ArrayList<>(List.of(Cell.of(SWAPS.get(at).name())));
            runs.get(at).run().stages().forEach(stage -> row.add(Cell.of(stage.seconds())));
            row.add(Cell.of(runs.get(at).processSeconds()));
            rows.add(row);
        }
        StoredRun first = runs.get(0).run();
        return new ResultTable(
                "swaps",
                "Seconds of runs that share what they can: " + first.plays() + " plays, " + first.users() + " users, "
                        + first.videos() + " videos",
                null,
                columns,
                rows,
                List.of("process: from the start of Java to its end, all stages and what lies around them"));
    }
}
