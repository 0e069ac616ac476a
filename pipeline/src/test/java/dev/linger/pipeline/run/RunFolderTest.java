package dev.linger.pipeline.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.linger.data.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunFolderTest {
    private static final Instant STARTED = Instant.parse("2026-11-21T10:15:00.987Z");

    @TempDir
    private Path out;

    @Test
    void a_folder_is_called_by_its_start_in_utc_and_its_config() {
        RunFolder folder = RunFolder.create(out.resolve("deep/runs"), STARTED, "default");
        assertEquals(out.resolve("deep/runs/20261121-101500-default"), folder.path());
    }

    @Test
    void runs_of_one_second_are_numbered() {
        String first = RunFolder.create(out, STARTED, "default").path().toString();
        assertEquals(
                first + "-2", RunFolder.create(out, STARTED, "default").path().toString());
        assertEquals(
                first + "-3", RunFolder.create(out, STARTED, "default").path().toString());
    }

    @Test
    void an_out_that_is_a_file_is_a_mistake_of_the_user() throws IOException {
        Path file = Files.writeString(out.resolve("file"), "");
        InputException refused = assertThrows(InputException.class, () -> RunFolder.create(file, STARTED, "default"));
        assertEquals(file + " is a file; --out names a folder", refused.getMessage());
    }

    @Test
    void a_file_holds_its_text_in_utf_8_and_is_written_once() throws IOException {
        RunFolder folder = RunFolder.create(out, STARTED, "default");
        Path file = folder.write("a.txt", "größer\n");
        assertEquals("größer\n", Files.readString(file));
        assertThrows(IllegalArgumentException.class, () -> folder.write("a.txt", "other"));
        assertEquals("größer\n", Files.readString(file));
    }

    @Test
    void a_file_may_stand_in_a_subfolder() throws IOException {
        RunFolder folder = RunFolder.create(out, STARTED, "default");
        Path file = folder.write("tables/a.csv", "a\n");
        assertEquals(folder.path().resolve("tables/a.csv"), file);
        assertEquals("a\n", Files.readString(file));
    }

    @Test
    void a_file_that_fails_half_way_does_not_stand_in_the_folder() {
        RunFolder folder = RunFolder.create(out, STARTED, "default");
        InputException failure = assertThrows(
                InputException.class,
                () -> folder.write("a.txt", writer -> {
                    writer.write("half");
                    throw new IOException("disk full");
                }));
        Path file = folder.path().resolve("a.txt");
        assertEquals(
                file
                        + " cannot be written (java.io.IOException: disk full); give an --out that can be written and has room",
                failure.getMessage());
        assertFalse(Files.exists(file));
    }
}
