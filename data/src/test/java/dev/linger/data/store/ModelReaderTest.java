package dev.linger.data.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.InputException;
import dev.linger.data.columns.ColumnReader;
import dev.linger.data.csv.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelReaderTest {
    private static final int[] FACTORS = {3, 1, 4};

    @TempDir
    private Path root;

    private Path folder = Path.of("");

    @BeforeEach
    void write() throws IOException {
        folder = root.resolve("model");
        ModelWriter writer = ModelWriter.create(folder);
        writer.text("kind.txt", "a model\n");
        writer.part("sources").part("als").columns("factors", out -> out.ints(FACTORS));
        writer.finish();
    }

    @Test
    void a_model_is_read_as_it_was_written() {
        ModelReader reader = ModelReader.open(folder);
        assertEquals("a model\n", reader.text("kind.txt"));
        ModelReader part = reader.part("sources").part("als");
        assertArrayEquals(FACTORS, part.columns("factors", ColumnReader::ints));
        assertTrue(part.has("factors"));
        assertFalse(reader.has("factors"));
        assertTrue(reader.hasPart("sources"));
        assertFalse(reader.hasPart("source"));
    }

    @Test
    void the_digests_are_in_the_format_of_sha256sum() throws IOException {
        String factors = Sha256.of(folder.resolve("sources/als/factors"));
        String kind = Sha256.of(folder.resolve("kind.txt"));
        assertEquals(
                List.of(kind + "  kind.txt", factors + "  sources/als/factors"),
                Files.readAllLines(folder.resolve("SHA256SUMS")));
    }

    @Test
    void a_folder_without_digests_is_unfinished() throws IOException {
        Files.delete(folder.resolve("SHA256SUMS"));
        assertTold("no finished model", "SHA256SUMS");
        ModelWriter.create(root.resolve("begun")).text("kind.txt", "");
        folder = root.resolve("begun");
        assertTold("no finished model");
        folder = root.resolve("nowhere");
        assertTold("no finished model");
    }

    @Test
    void a_missing_file_is_told() throws IOException {
        Files.delete(folder.resolve("sources/als/factors"));
        assertTold("lacks its file sources/als/factors");
    }

    @Test
    void an_altered_file_is_told() throws IOException {
        Files.writeString(folder.resolve("kind.txt"), "b model\n");
        assertTold("kind.txt", "not as it was written");
    }

    @Test
    void a_file_cut_short_is_told() throws IOException {
        Path file = folder.resolve("sources/als/factors");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 1));
        assertTold("factors", "not as it was written");
    }

    @Test
    void a_file_too_many_is_told() throws IOException {
        Files.writeString(folder.resolve("sources/extra"), "");
        assertTold("sources/extra is not listed in SHA256SUMS; copy the whole model again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside", "sources/../../outside", "a b", "x\\y"})
    void a_path_that_leaves_the_folder_is_refused(String path) throws IOException {
        Files.writeString(root.resolve("outside"), "secret");
        String digest = Sha256.of(root.resolve("outside"));
        Files.writeString(folder.resolve("SHA256SUMS"), digest + "  " + path + "\n");
        assertTold("SHA256SUMS", "not a line of a digest and a path");
    }

    @Test
    void an_absolute_path_is_refused() throws IOException {
        Path outside = Files.writeString(root.resolve("outside"), "secret");
        Files.writeString(folder.resolve("SHA256SUMS"), Sha256.of(outside) + "  " + outside.toAbsolutePath() + "\n");
        assertTold("SHA256SUMS", "not a line of a digest and a path");
    }

    @Test
    void a_file_with_more_or_less_than_is_read_is_told() {
        ModelReader part = ModelReader.open(folder).part("sources").part("als");
        assertEquals(
                folder.resolve("sources/als/factors") + ": is longer than what belongs into it; fit the model again",
                assertThrows(InputException.class, () -> part.columns("factors", ColumnReader::number))
                        .getMessage());
        String less = assertThrows(InputException.class, () -> part.columns("factors", ColumnReader::text))
                .getMessage();
        assertTrue(less.startsWith(folder.resolve("sources/als/factors").toString()), less);
        assertThrows(InputException.class, () -> part.columns("nothing", ColumnReader::ints));
        assertThrows(InputException.class, () -> part.text("nothing"));
    }

    @Test
    void a_model_is_written_into_an_empty_folder_and_each_file_once() throws IOException {
        assertThrows(IOException.class, () -> ModelWriter.create(folder));
        ModelWriter writer = ModelWriter.create(root.resolve("other"));
        writer.text("kind.txt", "");
        assertThrows(IllegalStateException.class, () -> writer.text("kind.txt", ""));
    }

    private void assertTold(String... parts) {
        String message = assertThrows(InputException.class, () -> ModelReader.open(folder))
                .getMessage();
        for (String part : parts) {
            assertTrue(message.contains(part), message);
        }
    }
}
