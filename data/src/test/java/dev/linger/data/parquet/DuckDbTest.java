package dev.linger.data.parquet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.InputException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** DuckDB reads what Linger writes, value by value, and writes what Linger reads. */
final class DuckDbTest {
    private static final List<String> TEXTS = List.of(
            "", "a \"quoted\" text", "two\nlines, and a comma", "\uD83C\uDFAC 视频 é", "'; drop table x; --", "\0");

    private static final List<Double> NUMBERS = List.of(
            0.0,
            -0.0,
            0.1,
            1 / 3.0,
            Double.MIN_VALUE,
            Double.MAX_VALUE,
            -Math.nextUp(1.0),
            Double.POSITIVE_INFINITY,
            Double.NaN);

    private static final List<Long> WHOLES =
            List.of(0L, -1L, Long.MAX_VALUE, Long.MIN_VALUE, (1L << 53) + 1, 9_007_199_254_740_993L);

    @TempDir
    private Path folder;

    private Connection duck = null;

    @BeforeEach
    void open() throws SQLException {
        duck = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
    }

    @AfterEach
    void close() throws SQLException {
        duck.close();
    }

    @Test
    void every_value_that_linger_writes_is_the_one_that_duckdb_reads() throws SQLException {
        Path file = folder.resolve("table.parquet");
        try (ParquetWriter writer = ParquetWriter.create(
                file,
                List.of(
                        new ParquetColumn("user_id", ParquetColumn.Type.LONG),
                        new ParquetColumn("rank", ParquetColumn.Type.INT),
                        new ParquetColumn("NDCG@10 of \"als\"", ParquetColumn.Type.DOUBLE),
                        new ParquetColumn("title", ParquetColumn.Type.TEXT),
                        new ParquetColumn("at", ParquetColumn.Type.TIMESTAMP)))) {
            for (int row = 0; row < 60_000; row++) {
                set(writer, row);
                writer.endRow();
            }
            writer.finish();
        }
        assertEquals(
                List.of(
                        "user_id BIGINT",
                        "rank INTEGER",
                        "NDCG@10 of \"als\" DOUBLE",
                        "title VARCHAR",
                        "at TIMESTAMP WITH TIME ZONE"),
                rows("select column_name || ' ' || column_type from (describe select * from '" + file + "')"));
        try (Statement statement = duck.createStatement();
                ResultSet rows = statement.executeQuery("select user_id, rank, \"NDCG@10 of \"\"als\"\"\", title,"
                        + " epoch_ms(\"at\") from '" + file + "'")) {
            for (int row = 0; row < 60_000; row++) {
                assertTrue(rows.next());
                assertEquals(row % 11 == 0 ? null : WHOLES.get(row % WHOLES.size()), rows.getObject(1));
                assertEquals(row % 13 == 0 ? null : row, rows.getObject(2));
                assertEquals(number(row), rows.getObject(3), "row " + row);
                assertEquals(row % 7 == 0 ? null : TEXTS.get(row % TEXTS.size()), rows.getObject(4));
                assertEquals(row % 5 == 0 ? null : time(row), rows.getObject(5));
            }
            assertTrue(!rows.next());
        }
    }

    private static void set(ParquetWriter writer, int row) {
        if (row % 11 > 0) {
            writer.set(0, WHOLES.get(row % WHOLES.size()));
        }
        if (row % 13 > 0) {
            writer.set(1, row);
        }
        Double number = number(row);
        if (number != null) {
            writer.set(2, number);
        }
        if (row % 7 > 0) {
            writer.set(3, TEXTS.get(row % TEXTS.size()));
        }
        if (row % 5 > 0) {
            writer.set(4, time(row));
        }
    }

    /** Equal by all bits: assertEquals of objects tells 0.0 from -0.0, and NaN is NaN. */
    private static Double number(int row) {
        return row % 17 == 0 ? null : row % 3 == 0 ? Double.valueOf(Math.sin(row)) : NUMBERS.get(row % NUMBERS.size());
    }

    private static long time(int row) {
        return 1_651_784_782_000L + 86_399_999L * row;
    }

    @Test
    void a_table_of_no_rows_is_one() throws SQLException {
        Path file = folder.resolve("table.parquet");
        try (ParquetWriter writer =
                ParquetWriter.create(file, List.of(new ParquetColumn("a", ParquetColumn.Type.TEXT)))) {
            writer.finish();
        }
        assertEquals(List.of("0"), rows("select count(*) from '" + file + "'"));
        assertEquals(List.of(), RowTexts.of(ParquetRows.of(file)).rows());
    }

    @Test
    void linger_reads_what_duckdb_writes_by_each_codec_and_version() throws SQLException {
        run(
                "create table t as select i as user_id, i % 100 as rank, (i * 7919) % 1000 + 0.5::double as score, 'name ' || (i * i) % 977 as title,"
                        + " case when i % 3 = 0 then null else i * 1000 end as part from range(50000) r(i)");
        List<String> expected = rows("select user_id || '|' || rank || '|' || score || '|' || title || '|' ||"
                + " coalesce(part::varchar, '') from t");
        for (String codec : List.of("snappy", "gzip", "zstd", "lz4_raw", "uncompressed")) {
            for (String version : List.of("V1", "V2")) {
                Path file = folder.resolve(codec + version + ".parquet");
                run("copy t to '" + file + "' (format parquet, codec '" + codec + "', parquet_version " + version
                        + ", row_group_size 20480)");
                assertEquals(expected, RowTexts.of(ParquetRows.of(file)).rows(), file::toString);
            }
        }
        Path file = folder.resolve("brotli.parquet");
        run("copy t to '" + file + "' (format parquet, codec 'brotli')");
        assertEquals(
                "brotli.parquet is packed by brotli, which is not read; write it with snappy, gzip, zstd, lz4_raw or no"
                        + " compression.",
                assertThrows(InputException.class, () -> RowTexts.of(ParquetRows.of(file)))
                        .getMessage());
    }

    @Test
    void values_of_each_type_are_the_texts_that_a_csv_file_would_have() throws SQLException {
        assertEquals("127", text("127::tinyint"));
        assertEquals("-9223372036854775807", text("-9223372036854775807::bigint"));
        assertEquals("4294967295", text("4294967295::uinteger"));
        assertEquals("18446744073709551615", text("18446744073709551615::ubigint"));
        assertEquals("true", text("true"));
        assertEquals("123", text("123.0::double"), "as pandas writes whole numbers among which some are missing");
        assertEquals("0.1", text("0.1::float"));
        assertEquals("16777215", text("16777215::float"));
        assertEquals("1.6777216E7", text("16777216::float"), "it may have been 16777217, which no float is");
        assertEquals("9007199254740991", text("9007199254740991::double"));
        assertEquals("9.007199254740992E15", text("9007199254740992::double"));
        assertEquals("-1.5", text("-1.5::double"));
        assertEquals("NaN", text("'nan'::double"));
        assertEquals("12.5", text("12.50::decimal(6,2)"));
        assertEquals("1200", text("1200::decimal(18,3)"));
        assertEquals("12345678901234567890.5", text("12345678901234567890.5::decimal(38,4)"));
        assertEquals("0", text("0::decimal(6,2)"));
        assertEquals("é \"x\"", text("'é \"x\"'"));
        assertEquals("", text("null::bigint"));
        assertEquals("2026-11-29", text("'2026-11-29'::date"));
        assertEquals("2026-11-29T10:15:00.123456", text("'2026-11-29 10:15:00.123456'::timestamp"));
        assertEquals("2026-11-29T10:15:00.123", text("'2026-11-29 10:15:00.123'::timestamp_ms"));
        assertEquals("2026-11-29T10:15:00.123456789", text("'2026-11-29 10:15:00.123456789'::timestamp_ns"));
        assertEquals("1969-12-31T23:59:59.999Z", text("epoch_ms(-1)::timestamptz"));
        assertEquals("2026-11-29T10:15Z", text("'2026-11-29 10:15:00+00'::timestamptz"));
        assertEquals("550e8400-e29b-41d4-a716-446655440000", text("'550e8400-e29b-41d4-a716-446655440000'::uuid"));
    }

    @Test
    void a_column_of_lists_does_no_harm_until_it_is_read() throws SQLException {
        Path file = folder.resolve("lists.parquet");
        run("copy (select [1, 2] as tags, 7 as user_id) to '" + file + "' (format parquet)");
        ParquetRows rows = ParquetRows.of(file);
        assertEquals(List.of("tags", "user_id"), rows.header().names());
        String message =
                assertThrows(InputException.class, () -> RowTexts.of(rows)).getMessage();
        assertTrue(message.startsWith("lists.parquet: the column tags is optional group tags (LIST)"), message);
    }

    @Test
    void texts_that_no_csv_file_could_have_are_broken_rows() throws SQLException {
        Path file = folder.resolve("texts.parquet");
        run("copy (select * from (values ('a'), ('two' || chr(10) || 'lines'), (repeat('x', 65537)), ('b')) t(name))"
                + " to '" + file + "' (format parquet)");
        RowTexts texts = RowTexts.of(ParquetRows.of(file));
        assertEquals(List.of("a", "b"), texts.rows());
        assertEquals("2 CONTROL_CHARACTER name two\\nlines", texts.broken().get(0));
        assertTrue(texts.broken().get(1).startsWith("3 LENGTH name xxx"));
        Path bytes = folder.resolve("bytes.parquet");
        run("copy (select 'ab'::blob as name union all select '\\xC3\\x28'::blob) to '" + bytes + "' (format parquet)");
        assertEquals(
                "2 ENCODING name \uFFFD(",
                RowTexts.of(ParquetRows.of(bytes)).broken().get(0));
    }

    private String text(String value) throws SQLException {
        Path file = folder.resolve("value.parquet");
        run("copy (select " + value + " as v) to '" + file + "' (format parquet)");
        return String.join("\n", RowTexts.of(ParquetRows.of(file)).rows());
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = duck.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> rows(String sql) throws SQLException {
        List<String> all = new ArrayList<>();
        try (Statement statement = duck.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                all.add(rows.getString(1));
            }
        }
        return all;
    }
}
