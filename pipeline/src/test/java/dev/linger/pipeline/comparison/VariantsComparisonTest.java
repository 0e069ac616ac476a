package dev.linger.pipeline.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.InputException;
import dev.linger.pipeline.report.CsvFormat;
import dev.linger.pipeline.report.ResultTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VariantsComparisonTest {
    @TempDir
    private Path folder;

    @Test
    void figures_are_the_means_of_the_cuts_and_differences_are_paired_at_each() throws IOException {
        List<ResultTable> tables = VariantsComparison.of(runs());
        // Of the two users: .5 and .25, then .5 and .5; Recall@50 is twice, Recall@300 one and a half times as much.
        assertEquals(
                """
                configuration,runs,NDCG@10 ratio > 1.0,Recall@50 ratio > 1.0,candidate recall,exposed NDCG@10,MAE,XAUC
                ours,2,0.4375,0.875,0.65625,0.5,,0.75
                theirs,2,0.25,0.5,0.375,0.5,,0.75
                """,
                new CsvFormat().format(tables.get(0)));
        // At .1 one user has the same of both, so that resamples have 0; at .2 both have .25 more of ours.
        assertEquals(
                """
                against,relevant,metric,cut 0.1,cut 0.2,mean,runs,above,below
                theirs,ratio > 1.0,NDCG@10,0.125,0.25,0.1875,2,1,0
                theirs,ratio > 1.0,Recall@50,0.25,0.5,0.375,2,1,0
                """,
                new CsvFormat().format(tables.get(1)));
    }

    @Test
    void runs_of_one_name_are_no_variants_of_each_other() throws IOException {
        List<Path> runs = runs();
        assertTrue(VariantsComparison.isOfSeveral(runs));
        assertFalse(VariantsComparison.isOfSeveral(List.of(runs.get(0), runs.get(2))));
        assertFalse(VariantsComparison.isOfSeveral(List.of(folder.resolve("absent"))));
    }

    @Test
    void every_configuration_needs_the_same_cuts() throws IOException {
        List<Path> runs = runs();
        assertEquals(
                "ours has a run with split.testShare=0.2 and seed=42, but theirs has none; every configuration needs the"
                        + " same cuts and seeds",
                mistake(runs.subList(0, 3)));
        assertEquals(
                "theirs has a run with split.testShare=0.2 and seed=42, but ours has none; every configuration needs the"
                        + " same cuts and seeds",
                mistake(List.of(runs.get(0), runs.get(1), runs.get(3))));
    }

    @Test
    void runs_of_one_name_differ_in_nothing_but_cut_and_seed() throws IOException {
        List<Path> runs = runs();
        StoredRuns.change(runs.get(2), "manifest.json", "\"testShare\"", "\"labelShare\": 0.5, \"testShare\"");
        assertEquals(
                "runs cannot be put side by side: " + runs.get(0) + " and " + runs.get(2)
                        + " differ in split.labelShare; only split.testShare and seed may",
                mistake(runs));
    }

    private static String mistake(List<Path> runs) {
        return assertThrows(InputException.class, () -> VariantsComparison.of(runs))
                .getMessage();
    }

    private List<Path> runs() throws IOException {
        return List.of(
                run("1-ours", "ours", 0.1, 0.5, 0.25),
                run("1-theirs", "theirs", 0.1, 0.25, 0.25),
                run("2-ours", "ours", 0.2, 0.5, 0.5),
                run("2-theirs", "theirs", 0.2, 0.25, 0.25));
    }

    private Path run(String folderName, String name, double share, double first, double second) throws IOException {
        Path run = StoredRuns.write(folder.resolve(folderName), name, first, second);
        StoredRuns.change(
                run, "manifest.json", "\"config\": {", "\"config\": { \"split\": { \"testShare\": " + share + " },");
        StoredRuns.change(run, "manifest.json", name + "/big_matrix.csv", "big_matrix.csv");
        return run;
    }
}
