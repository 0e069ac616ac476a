package dev.linger.pipeline.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.linger.data.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
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
    void a_folder_that_exists_is_not_taken_again() {
        Path first = RunFolder.create(out, STARTED, "default").path();
        InputException refused = assertThrows(InputException.class, () -> RunFolder.create(out, STARTED, "default"));
        assertEquals(first + " exists already and is not overwritten; give another --out", refused.getMessage());
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
    }

    @Test
    void a_file_that_fails_half_way_does_not_stand_in_the_folder() {
        RunFolder folder = RunFolder.create(out, STARTED, "default");
        UncheckedIOException failure = assertThrows(
                UncheckedIOException.class,
                () -> folder.write("a.txt", writer -> {
                    writer.write("half");
                    throw new IOException("disk full");
                }));
        Path file = folder.path().resolve("a.txt");
        assertEquals(file + " cannot be written: java.io.IOException: disk full", failure.getMessage());
        assertFalse(Files.exists(file));
    }
}
