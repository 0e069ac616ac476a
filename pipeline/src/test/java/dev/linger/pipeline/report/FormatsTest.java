package dev.linger.pipeline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class FormatsTest {
    private static final Caption CAPTION =
            new Caption("end-to-end", "all items, but \"seen\" ones", "ratio > 1.0", 42, "2020-08-29");

    private static final ResultTable TABLE = new ResultTable(
            "stages",
            "Stages",
            CAPTION,
            List.of(
                    Column.text("system"),
                    Column.integer("lists"),
                    Column.decimal("NDCG@10", 4),
                    Column.interval("95% interval", 2)),
            List.of(
                    List.of(Cell.of("random"), Cell.of(7), Cell.of(1.0 / 3), Cell.of(-0.0123, 0.5)),
                    List.of(
                            Cell.of("a, \"b\""),
                            Cell.of(12_345),
                            Cell.notApplicable(),
                            Cell.of(Double.NaN, Double.NaN))),
            List.of("a note"));

    @Test
    void the_console_aligns_text_left_and_numbers_right() {
        assertEquals(
                """
                Stages
                end-to-end: all items, but "seen" ones
                relevant: ratio > 1.0; users: 42; ties: score descending, item id ascending; cut: 2020-08-29
                system  lists  NDCG@10   95% interval
                ------  -----  -------  -------------
                random      7   0.3333  [-0.01, 0.50]
                a, "b"  12345        -              -
                * a note
                """,
                new ConsoleFormat(1_000).format(TABLE));
    }

    @Test
    void csv_carries_full_precision_and_the_caption_and_leaves_out_what_does_not_apply() {
        String caption = ",end-to-end,\"all items, but \"\"seen\"\" ones\",ratio > 1.0,42,"
                + "\"score descending, item id ascending\",2020-08-29\n";
        assertEquals(
                "system,lists,NDCG@10,95% interval low,95% interval high,"
                        + "protocol,universe,relevance,users counted,tie rule,cut\n"
                        + "random,7,0.3333333333333333,-0.0123,0.5" + caption
                        + "\"a, \"\"b\"\"\",12345,,," + caption,
                new CsvFormat().format(TABLE));
    }

    @Test
    void csv_is_read_back_as_it_was_written() {
        Table read = Table.read().csv(new CsvFormat().format(TABLE), "stages");
        assertEquals(2, read.rowCount());
        assertEquals("a, \"b\"", read.stringColumn("system").get(1));
        assertEquals(1.0 / 3, read.doubleColumn("NDCG@10").get(0));
        assertTrue(read.doubleColumn("NDCG@10").isMissing(1));
    }

    @Test
    void json_carries_full_precision_and_null_for_what_does_not_apply() throws IOException {
        String text = new JsonFormat().format(TABLE);
        JsonNode root = new ObjectMapper().readTree(text);
        assertEquals("stages", root.get("id").asText());
        assertEquals(42, root.get("caption").get("usersCounted").asInt());
        assertEquals(1.0 / 3, root.get("rows").get(0).get("NDCG@10").asDouble());
        assertEquals(-0.0123, root.get("rows").get(0).get("95% interval low").asDouble());
        assertTrue(root.get("rows").get(1).get("NDCG@10").isNull());
        assertTrue(root.get("rows").get(0).get("lists").isIntegralNumber());
        assertEquals("interval", root.at("/columns/3/kind").asText());
        assertEquals(2, root.at("/columns/3/digits").asInt());
        assertEquals("a note", root.get("notes").get(0).asText());
    }

    @Test
    void markdown_reads_as_the_console_does_and_hides_no_sign() {
        assertEquals(
                """
                **Stages**

                | system | lists | NDCG@10 | 95% interval |
                |---|---:|---:|---:|
                | random | 7 | 0.3333 | [-0.01, 0.50] |
                | a, "b" | 12345 | - | - |

                - end-to-end: all items, but "seen" ones
                - relevant: ratio > 1.0; users: 42; ties: score descending, item id ascending; cut: 2020-08-29
                - a note
                """,
                new MarkdownFormat().format(TABLE));
        ResultTable signs = new ResultTable(
                "signs", "a*b", null, List.of(Column.text("x|y")), List.of(List.of(Cell.of("p < q"))), List.of());
        assertEquals("**a\\*b**\n\n| x\\|y |\n|---|\n| p \\< q |\n", new MarkdownFormat().format(signs));
    }

    @Test
    void json_keys_stand_in_column_order() {
        String text = new JsonFormat().format(TABLE);
        assertTrue(text.indexOf("\"system\"") < text.indexOf("\"lists\""));
        assertTrue(text.indexOf("\"lists\"") < text.indexOf("\"NDCG@10\""));
        assertTrue(text.endsWith("}\n"));
    }

    @Test
    void a_table_without_rows_keeps_its_head() {
        ResultTable empty =
                new ResultTable("empty", "Empty", CAPTION, List.of(Column.text("system")), List.of(), List.of());
        assertTrue(new ConsoleFormat(1_000).format(empty).endsWith("system\n------\n"));
        assertEquals("system,protocol,universe,relevance,users counted,tie rule,cut\n", new CsvFormat().format(empty));
        assertTrue(new JsonFormat().format(empty).contains("\"rows\" : [ ]"));
    }
}
