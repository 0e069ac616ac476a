package dev.linger.pipeline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class ResultTableTest {
    private static final Caption CAPTION = new Caption("dense", "all", "ratio > 1.0", 1, "none");

    @Test
    void an_id_that_is_no_file_name_is_refused() {
        for (String id : List.of("", "Stages", "a b", "../a", "a--b", "a.csv")) {
            assertThrows(IllegalArgumentException.class, () -> table(id, List.of(Column.text("a")), List.of()));
        }
        assertEquals(
                "stages-1-0",
                table("stages-1-0", List.of(Column.text("a")), List.of()).id());
    }

    @Test
    void a_cell_must_be_of_its_columns_kind() {
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> table("t", List.of(Column.integer("plays")), List.of(List.of(Cell.of(1.5)))))
                .getMessage();
        assertEquals("column plays of table t holds INTEGER, not Decimal[value=1.5]", message);
    }

    @Test
    void a_row_must_have_a_cell_for_each_column() {
        List<Column> columns = List.of(Column.text("a"), Column.text("b"));
        assertThrows(IllegalArgumentException.class, () -> table("t", columns, List.of(List.of(Cell.of("x")))));
    }

    @Test
    void columns_are_named_once_and_there_is_one_at_least() {
        List<Column> twice = List.of(Column.text("a"), Column.integer("a"));
        assertThrows(IllegalArgumentException.class, () -> table("t", twice, List.of()));
        assertThrows(IllegalArgumentException.class, () -> table("t", List.of(), List.of()));
    }

    private static ResultTable table(String id, List<Column> columns, List<List<Cell>> rows) {
        return new ResultTable(id, "title", CAPTION, columns, rows, List.of());
    }
}
