package dev.linger.pipeline.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.linger.data.InputException;
import dev.linger.pipeline.report.Cell;
import dev.linger.pipeline.report.Column;
import dev.linger.pipeline.report.JsonFormat;
import dev.linger.pipeline.report.ResultTable;
import dev.linger.pipeline.run.SealedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CutsComparisonTest {
    @TempDir
    private Path folder;

    @Test
    void a_figure_at_a_cut_is_the_mean_of_its_seeds_and_the_mean_is_that_of_the_cuts() throws IOException {
        List<ResultTable> tables = CutsComparison.of(runs());
        ResultTable figures = tables.get(0);
        assertEquals(
                List.of("table", "system", "metric", "cut 0.1", "cut 0.2", "mean", "seeds"),
                figures.columns().stream().map(Column::name).toList());
        List<Cell> blend = figures.rows().get(2);
        assertEquals(Cell.of("blend"), blend.get(1));
        assertEquals(Cell.of("NDCG@10"), blend.get(2));
        // Cut .1: seeds .4 and .6; cut .2: .8. Deviation of .4 and .6 is sqrt(.02).
        assertEquals(0.5, value(blend, 3), 1e-12);
        assertEquals(0.8, value(blend, 4), 1e-12);
        assertEquals(0.65, value(blend, 5), 1e-12);
        List<Cell> predictions = figures.rows().get(figures.rows().size() - 1);
        assertEquals(
                List.of(Cell.of("predictions-pointwise-x"), Cell.of("r"), Cell.of("MAE")), predictions.subList(0, 3));
    }

    @Test
    void a_difference_is_sure_in_the_runs_whose_interval_leaves_out_zero() throws IOException {
        List<Cell> row = CutsComparison.of(runs()).get(1).rows().get(0);
        // Users alone: above in all three; with videos: in the two whose low end is above 0.
        assertEquals(
                List.of(Cell.of(3), Cell.of(3), Cell.of(0), Cell.of(2), Cell.of(0)),
                row.subList(row.size() - 5, row.size()));
    }

    @Test
    void the_same_cut_and_seed_twice_is_refused() throws IOException {
        Path first = run("a", 0.1, 42, 0.4);
        Path second = run("b", 0.1, 42, 0.5);
        assertEquals(
                second + ": another run has the same cut and seed too, split.testShare=0.1 and seed=42; give each once",
                assertThrows(InputException.class, () -> CutsComparison.of(List.of(first, second)))
                        .getMessage());
    }

    @Test
    void runs_that_differ_in_anything_else_are_refused() throws IOException {
        Path first = run("a", 0.1, 42, 0.4);
        Path second = run("b", 0.2, 42, 0.5);
        StoredRuns.change(
                second, "manifest.json", "\"inputs\": []", "\"inputs\": [{\"path\": \"x\", \"sha256\": \"1\"}]");
        assertEquals(refused(first, second, "the data files"), mistake(first, second));
        Path third = run("c", 0.2, 42, 0.5);
        StoredRuns.change(third, "manifest.json", "0.2 }", "0.2, \"labelShare\": 0.5 }");
        assertEquals(refused(first, third, "split.labelShare"), mistake(first, third));
    }

    private static String refused(Path first, Path second, String what) {
        return "runs cannot be put side by side: " + first + " and " + second + " differ in " + what
                + "; only split.testShare and seed may";
    }

    private static String mistake(Path... runs) {
        return assertThrows(InputException.class, () -> CutsComparison.of(List.of(runs)))
                .getMessage();
    }

    private static double value(List<Cell> row, int at) {
        return ((Cell.Decimal) row.get(at)).value();
    }

    private List<Path> runs() throws IOException {
        return List.of(run("a", 0.1, 42, 0.4), run("b", 0.1, 1, 0.6), run("c", 0.2, 42, 0.8));
    }

    /** A run whose blend has this NDCG@10, and als half; with videos resampled too, .5 is added below and above. */
    private Path run(String name, double share, long seed, double ndcg) throws IOException {
        return write(folder.resolve(name), share, seed, ndcg);
    }

    static Path write(Path run, double share, long seed, double ndcg) throws IOException {
        Files.createDirectories(run);
        Files.createDirectories(run.resolve("tables"));
        Files.writeString(
                run.resolve("manifest.json"),
                """
                {
                  "seed": %d,
                  "config": { "split": { "testShare": %s } },
                  "inputs": []
                }
                """
                        .formatted(seed, share));
        write(
                run,
                new ResultTable(
                        "stages-end-to-end-x",
                        "Stages",
                        null,
                        List.of(Column.text("system"), Column.decimal("NDCG@10", 4), Column.decimal("Recall@50", 4)),
                        List.of(
                                List.of(Cell.of("als"), Cell.of(ndcg / 2), Cell.of(0.1)),
                                List.of(Cell.of("blend"), Cell.of(ndcg), Cell.of(0.2))),
                        List.of()));
        write(
                run,
                new ResultTable(
                        "comparisons-end-to-end-x",
                        "Comparisons",
                        null,
                        List.of(
                                Column.text("system"),
                                Column.text("against"),
                                Column.text("metric"),
                                Column.decimal("difference", 4),
                                Column.interval("95% interval", 4),
                                Column.interval("95% users and videos", 4)),
                        List.of(List.of(
                                Cell.of("blend"),
                                Cell.of("als"),
                                Cell.of("NDCG@10"),
                                Cell.of(ndcg / 2),
                                Cell.of(ndcg / 2 - 0.1, ndcg / 2 + 0.1),
                                Cell.of(ndcg - 0.5, ndcg + 0.5))),
                        List.of()));
        write(
                run,
                new ResultTable(
                        "predictions-pointwise-x",
                        "Predictions",
                        null,
                        List.of(Column.text("ranker"), Column.decimal("MAE", 4)),
                        List.of(List.of(Cell.of("r"), Cell.of(0.3))),
                        List.of()));
        SealedFolder.seal(run);
        return run;
    }

    private static void write(Path run, ResultTable table) throws IOException {
        Files.writeString(run.resolve("tables/" + table.id() + ".json"), new JsonFormat().format(table));
    }
}
