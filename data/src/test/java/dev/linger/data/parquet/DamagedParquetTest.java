package dev.linger.data.parquet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DamagedParquetTest {
    @TempDir
    private Path folder;

    private Path file = Path.of("");
    private byte[] sound = new byte[0];

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("plays.parquet");
        try (ParquetWriter writer = ParquetWriter.create(
                file,
                List.of(
                        new ParquetColumn("user", ParquetColumn.Type.LONG),
                        new ParquetColumn("name", ParquetColumn.Type.TEXT)))) {
            for (int row = 0; row < 20; row++) {
                writer.set(0, row % 3);
                writer.set(1, "name " + row);
                writer.endRow();
            }
            writer.finish();
        }
        sound = Files.readAllBytes(file);
    }

    @Test
    void a_file_that_is_cut_anywhere_is_refused_with_its_name() throws IOException {
        for (int length = 0; length < sound.length; length++) {
            Files.write(file, Arrays.copyOf(sound, length));
            String message = message();
            assertTrue(message.startsWith("plays.parquet "), message);
        }
    }

    @Test
    void an_altered_bit_gives_a_message_or_the_same_rows() throws IOException {
        List<String> rows = RowTexts.of(ParquetRows.of(file)).rows();
        for (int at = 0; at < sound.length; at++) {
            byte[] altered = sound.clone();
            altered[at] ^= (byte) (1 << at % 8);
            Files.write(file, altered);
            try {
                assertEquals(rows, RowTexts.of(ParquetRows.of(file)).rows(), "byte " + at);
            } catch (InputException told) {
                assertTrue(told.getMessage().startsWith("plays.parquet"), told::getMessage);
            }
        }
    }

    @Test
    void an_altered_value_is_noticed_by_the_checksum_of_its_page() throws IOException {
        String text = new String(sound, StandardCharsets.ISO_8859_1);
        byte[] altered = sound.clone();
        altered[text.indexOf("name 7")]++;
        Files.write(file, altered);
        assertTrue(message().contains("damaged"), this::message);
    }

    @Test
    void what_is_no_parquet_file_is_told_by_its_first_bytes() throws IOException {
        Files.writeString(file, "user_id,item_id\n1,2\n");
        assertEquals("plays.parquet is no Parquet file: it does not begin with PAR1.", message());
        Files.writeString(file, "PARE" + "x".repeat(20) + "PARE");
        assertEquals("plays.parquet is encrypted; write it without encryption.", message());
        Files.write(file, Arrays.copyOf(sound, sound.length - 1));
        assertEquals(
                "plays.parquet is cut: it begins as a Parquet file, but does not end with PAR1. Copy or write it again.",
                message());
        Files.writeString(file, "PAR1");
        assertEquals("plays.parquet has 4 bytes, too few for a Parquet file.", message());
    }

    private String message() {
        return assertThrows(InputException.class, () -> RowTexts.of(ParquetRows.of(file)))
                .getMessage();
    }
}
