package dev.linger.pipeline.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
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
    void a_file_that_fails_half_way_does_not_stand_in_the_folder() throws IOException {
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
        assertEquals(List.of(), entries(folder.path()));
    }

    @Test
    void a_folder_that_fails_half_way_does_not_either() throws IOException {
        RunFolder folder = RunFolder.create(out, STARTED, "default");
        assertThrows(
                InputException.class,
                () -> folder.writeFolder("model", unfinished -> {
                    Files.writeString(Files.createDirectory(unfinished).resolve("half"), "x");
                    throw new IOException("disk full");
                }));
        assertEquals(List.of(), entries(folder.path()));
    }

    @Test
    void a_finished_folder_has_the_digests_of_its_files_and_its_manifest_last() throws IOException {
        RunFolder folder = RunFolder.create(out, STARTED, "default");
        folder.write("tables/a.csv", "a\n");
        folder.writeFolder("model", unfinished -> {
            Files.createDirectory(unfinished);
            Files.writeString(unfinished.resolve("SHA256SUMS"), "");
        });
        folder.finish("{\n  \"seed\": 1\n}\n");
        folder.close();
        assertEquals(List.of("SHA256SUMS", "manifest.json", "model", "tables"), entries(folder.path()));
        // sha256 of "" and of "a\n", as sha256sum gives them
        assertEquals(
                """
                e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  model/SHA256SUMS
                87428fc522803d31065e7bce3cf03fe475096631e5e07bbd7a0fde60c4cf25c7  tables/a.csv
                """,
                Files.readString(folder.path().resolve("SHA256SUMS")));
        RunSeal.check(folder.path());
        Files.writeString(folder.path().resolve("tables/a.csv"), "b\n");
        InputException refused = assertThrows(InputException.class, () -> RunSeal.check(folder.path()));
        assertTrue(refused.getMessage().startsWith(folder.path().resolve("tables/a.csv") + ": not as it was written"));
    }

    @Test
    void the_folder_of_a_killed_run_is_removed_and_that_of_a_finished_or_a_running_one_is_not() throws IOException {
        for (String run : List.of("20261121-090000-killed", "20261121-090001-finished")) {
            Files.writeString(Files.createDirectory(out.resolve(run)).resolve("run.log"), "");
            Files.createFile(out.resolve("." + run + ".linger-partial"));
        }
        Files.writeString(out.resolve("20261121-090001-finished/manifest.json"), "{}");
        RunFolder running = RunFolder.create(out, STARTED, "running");
        RunFolder next = RunFolder.create(out, STARTED, "next");
        assertEquals(List.of(out.resolve("20261121-090000-killed")), running.removed());
        assertEquals(List.of(), next.removed());
        running.close();
        next.discard();
        assertEquals(List.of("20261121-090001-finished", "20261121-101500-running"), entries(out));
    }

    private static List<String> entries(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(entry -> String.valueOf(entry.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
