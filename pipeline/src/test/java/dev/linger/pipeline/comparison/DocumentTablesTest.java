package dev.linger.pipeline.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.InputException;
import dev.linger.pipeline.report.Caption;
import dev.linger.pipeline.report.Cell;
import dev.linger.pipeline.report.Column;
import dev.linger.pipeline.report.ConsoleFormat;
import dev.linger.pipeline.report.JsonFormat;
import dev.linger.pipeline.report.ResultTable;
import dev.linger.pipeline.run.SealedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentTablesTest {
    private static final ResultTable STAGES = new ResultTable(
            "stages",
            "Stages",
            new Caption("end-to-end", "all videos", "ratio > 1.0", 2, "then"),
            List.of(
                    Column.text("system"),
                    Column.integer("a/b"),
                    Column.decimal("NDCG@10", 4),
                    Column.interval("95% interval", 2)),
            List.of(
                    List.of(Cell.of("random"), Cell.of(7), Cell.of(1.0 / 3), Cell.of(-0.0123, 0.5)),
                    List.of(Cell.of("als"), Cell.of(8), Cell.notApplicable(), Cell.of(Double.NaN, Double.NaN))),
            List.of("NDCG@10: of ten", "a/b: of both", "always"));

    @TempDir
    private Path runs;

    @BeforeEach
    void writeRuns() throws IOException {
        for (String name : List.of("pure/20260101-000000-ours", "pure/20260102-000000-ours", "pure/theirs")) {
            double first = name.endsWith("02-000000-ours") ? 0.5 : 0.25;
            Path run = StoredRuns.write(runs.resolve(name), name.replaceAll(".*[-/]", ""), first, 0.25);
            Files.writeString(run.resolve("tables/stages.json"), new JsonFormat().format(STAGES));
            SealedFolder.seal(run);
        }
        Files.createDirectories(runs.resolve("pure/20260103-000000-ours"));
    }

    @Test
    void a_stored_table_reads_as_it_was_shown() {
        ResultTable read = StoredTable.read(runs.resolve("pure/theirs"), "stages");
        assertEquals(new ConsoleFormat(1_000).format(STAGES), new ConsoleFormat(1_000).format(read));
        assertEquals(new JsonFormat().format(STAGES), new JsonFormat().format(read));
    }

    @Test
    void a_table_between_the_comments_is_replaced_and_all_else_stays() {
        assertEquals(
                """
                before
                <!-- table: pure/ours stages | rows: als, random | columns: NDCG@10 -->

                **Stages**

                | system | NDCG@10 |
                |---|---:|
                | als | - |
                | random | 0.3333 |

                - end-to-end: all videos
                - relevant: ratio > 1.0; users: 2; ties: score descending, item id ascending; cut: then
                - NDCG@10: of ten
                - always

                <!-- end -->
                after
                """,
                filled(
                        """
                        before
                        <!-- table: pure/ours stages | rows: als, random | columns: NDCG@10 -->
                        stale
                        <!-- end -->
                        after
                        """));
    }

    @Test
    void filling_twice_changes_nothing() {
        String once = filled(
                """
                        <!-- table: pure/ours stages -->
                        <!-- end -->
                        <!-- table: pure/theirs stages -->
                        <!-- end -->
                        """);
        assertEquals(once, filled(once));
        assertTrue(once.contains("| random | 7 | 0.3333 | [-0.01, 0.50] |"), once);
    }

    @Test
    void all_runs_of_a_folder_give_a_table_of_their_cuts_and_several_cells_choose_a_row() throws IOException {
        CutsComparisonTest.write(runs.resolve("cuts/a"), 0.1, 42, 0.4);
        CutsComparisonTest.write(runs.resolve("cuts/b"), 0.2, 42, 0.8);
        String filled = new DocumentTables(runs)
                .fill(
                        "<!-- table: cuts/* cuts | rows: stages-end-to-end-x / blend / NDCG@10 | columns: mean -->\n<!-- end -->")
                .text();
        assertTrue(filled.contains("| stages-end-to-end-x | 0.6000 |"), filled);
    }

    @Test
    void runs_of_a_folder_can_be_those_of_one_name() throws IOException {
        CutsComparisonTest.write(runs.resolve("cuts/20261121-101500-ours"), 0.1, 42, 0.4);
        CutsComparisonTest.write(runs.resolve("cuts/20261121-101600-theirs"), 0.1, 42, 0.9);
        CutsComparisonTest.write(runs.resolve("cuts/20261121-101700-ours"), 0.2, 42, 0.8);
        String filled = new DocumentTables(runs)
                .fill("<!-- table: cuts/*-ours cuts | rows: stages-end-to-end-x / blend / NDCG@10 | columns: mean -->\n"
                        + "<!-- end -->")
                .text();
        assertTrue(filled.contains("| stages-end-to-end-x | 0.6000 |"), filled);
    }

    @Test
    void several_runs_give_a_table_of_their_comparison_and_a_name_the_newest_finished_run() {
        String text = filled("<!-- table: pure/ours pure/theirs runs | columns: NDCG@10 ratio > 1.0 -->\n<!-- end -->");
        assertTrue(text.contains("| ours | 0.3750 |\n| theirs | 0.2500 |\n"), text);
    }

    @Test
    void tables_of_runs_that_are_not_there_stay_and_are_named() {
        String document = "<!-- table: pure/others stages -->\nas it was\n<!-- end -->";
        DocumentTables.Filled filled = new DocumentTables(runs).fill(document);
        assertEquals(new DocumentTables.Filled(document, List.of("pure/others")), filled);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "pure/ours stages | rows: ease! table stages has no row of ease",
                "pure/ours stages | columns: MAE! table stages has no column MAE; it has system, a/b, NDCG@10",
                "pure/ours cutoffs! cutoffs.json is not there",
                "pure/ours pure/theirs stages! a comparison of runs has no table stages",
            })
    void what_a_run_does_not_have_is_a_mistake(String region, String message) {
        InputException mistake = assertThrows(
                InputException.class, () -> filled("<!-- table: " + region.strip() + " -->\n<!-- end -->"));
        assertTrue(mistake.getMessage().contains(message), mistake.getMessage());
    }

    @Test
    void a_run_whose_table_was_altered_is_refused() throws IOException {
        Path table = runs.resolve("pure/theirs/tables/stages.json");
        Files.writeString(table, Files.readString(table).replace("random", "at random"));
        InputException refused =
                assertThrows(InputException.class, () -> filled("<!-- table: pure/theirs stages -->\n<!-- end -->"));
        assertTrue(refused.getMessage().startsWith(table + ": not as it was written "), refused.getMessage());
    }

    private String filled(String document) {
        return new DocumentTables(runs).fill(document).text();
    }
}
