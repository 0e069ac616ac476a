package dev.linger.pipeline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables that are wider than the terminal. */
class ConsoleFoldingTest {
    @Test
    void what_is_the_same_in_all_rows_stands_above_the_table_where_that_makes_room() {
        List<Column> columns = List.of(
                Column.text("system"), Column.integer("cutoff"), Column.text("rule"), Column.decimal("recall", 2));
        List<List<Cell>> rows = List.of(
                List.of(Cell.of("als"), Cell.of(10), Cell.of("ratio > 1.0"), Cell.of(0.5)),
                List.of(Cell.of("blend"), Cell.of(10), Cell.of("ratio > 1.0"), Cell.of(0.25)));
        ResultTable table = new ResultTable("wide", "Wide", null, columns, rows, List.of());
        assertEquals(
                """
                Wide
                In all rows: cutoff 10;
                  rule ratio > 1.0
                system  recall
                ------  ------
                als       0.50
                blend     0.25
                """,
                new ConsoleFormat(24).format(table));
        assertTrue(new ConsoleFormat(40).format(table).contains("\nsystem  cutoff  rule         recall\n"));
    }

    @Test
    void headings_are_folded_before_columns_go_to_a_further_block_that_repeats_the_first() {
        ResultTable table = new ResultTable(
                "wide",
                "Wide",
                null,
                List.of(
                        Column.text("system"),
                        Column.decimal("recall of them", 4),
                        Column.decimal("headroom captured", 3),
                        Column.interval("95% interval", 2)),
                List.of(
                        List.of(Cell.of("als by plays"), Cell.of(0.5), Cell.notApplicable(), Cell.of(-0.5, 0.5)),
                        List.of(Cell.of("blend"), Cell.of(0.25), Cell.of(0.125), Cell.of(0.0, 0.5))),
                List.of("a note"));
        assertEquals(
                """
                Wide
                              recall
                                  of  headroom
                system          them  captured   95% interval
                ------------  ------  --------  -------------
                als by plays  0.5000         -  [-0.50, 0.50]
                blend         0.2500     0.125   [0.00, 0.50]
                * a note
                """,
                new ConsoleFormat(50).format(table));
        assertEquals(
                """
                Wide
                              recall
                                  of
                system          them
                ------------  ------
                als by plays  0.5000
                blend         0.2500

                              headroom
                system        captured
                ------------  --------
                als by plays         -
                blend            0.125

                system         95% interval
                ------------  -------------
                als by plays  [-0.50, 0.50]
                blend          [0.00, 0.50]
                * a note
                """,
                new ConsoleFormat(25).format(table));
    }

    @Test
    void what_users_get_is_marked() {
        ResultTable table = new ResultTable(
                        "served",
                        "Served",
                        null,
                        List.of(Column.text("system"), Column.integer("videos")),
                        List.of(List.of(Cell.of("als"), Cell.of(1)), List.of(Cell.of("blend"), Cell.of(2))),
                        List.of("a note"))
                .serving("blend");
        assertEquals(
                """
                Served
                  system  videos
                  ------  ------
                  als          1
                > blend        2
                * >: the order that users get
                * a note
                """,
                new ConsoleFormat().format(table));
        assertEquals("system,videos,served\nals,1,no\nblend,2,yes\n", new CsvFormat().format(table));
        assertTrue(new JsonFormat().format(table).contains("\"served\" : \"yes\""));
        assertTrue(new MarkdownFormat()
                .format(table)
                .contains("\n| **blend** | 2 |\n\n- bold: the order that users get\n"));
        assertEquals(Set.of(0), table.rows(List.of(1, 0)).served());
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 80, 100})
    void nothing_is_wider_than_the_terminal_and_nothing_is_lost(int width) {
        SplittableRandom random = new SplittableRandom(width);
        for (int trial = 0; trial < 300; trial++) {
            ResultTable table = table(random);
            String text = new ConsoleFormat(width).format(table);
            assertTrue(text.lines().allMatch(line -> line.length() <= width), text);
            List<List<String>> rows = table.rows().stream()
                    .map(row -> ConsoleFormat.shown(table.columns(), row))
                    .toList();
            assertEquals(rows, new FoldedTable(text, table).rows(), text);
        }
    }

    private static ResultTable table(SplittableRandom random) {
        List<Column> columns = new ArrayList<>();
        int leading = 1 + random.nextInt(3);
        int count = leading + random.nextInt(9);
        for (int at = 0; at < count; at++) {
            String name = "c" + at + " " + words(random, 1 + random.nextInt(3));
            columns.add(
                    at < leading || random.nextInt(6) == 0
                            ? Column.text(name)
                            : random.nextInt(3) == 0 ? Column.interval(name, 4) : Column.decimal(name, 3));
        }
        Cell[] same = columns.stream()
                .map(column -> random.nextInt(5) == 0 ? cell(column, random) : null)
                .toArray(Cell[]::new);
        List<List<Cell>> rows = IntStream.range(0, random.nextInt(6))
                .mapToObj(row -> IntStream.range(0, count)
                        .mapToObj(at -> same[at] == null ? cell(columns.get(at), random) : same[at])
                        .toList())
                .toList();
        Set<Integer> served = rows.isEmpty() || random.nextBoolean() ? Set.of() : Set.of(random.nextInt(rows.size()));
        return new ResultTable("t", "A table of " + words(random, 30), null, columns, rows, List.of(words(random, 40)))
                .serving(served);
    }

    private static Cell cell(Column column, SplittableRandom random) {
        return switch (column.kind()) {
            case TEXT ->
                Cell.of(
                        random.nextInt(8) == 0
                                ? "ranker.members.0.model.leaves=" + "1".repeat(random.nextInt(20))
                                : words(random, 1 + random.nextInt(8)));
            case INTEGER -> Cell.of(random.nextInt(1_000));
            case DECIMAL -> random.nextInt(5) == 0 ? Cell.notApplicable() : Cell.of(random.nextDouble() - 0.5);
            case INTERVAL -> Cell.of(random.nextDouble() - 1, random.nextDouble());
        };
    }

    private static String words(SplittableRandom random, int count) {
        return String.join(
                " ",
                IntStream.range(0, count)
                        .mapToObj(word -> "abcdefghijk".substring(random.nextInt(8)))
                        .toList());
    }
}
