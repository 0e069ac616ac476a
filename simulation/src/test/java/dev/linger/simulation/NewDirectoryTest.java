package dev.linger.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.linger.data.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewDirectoryTest {
    @TempDir
    Path folder;

    @Test
    void parents_are_made_and_nothing_else_stays() throws IOException {
        Path target = folder.resolve("a/b");

        new NewDirectory(target).fill(partial -> Files.writeString(partial.resolve("x.csv"), "x"));

        assertEquals(List.of("x.csv"), new GeneratedFiles(target).fileNames());
        assertEquals(List.of("b"), new GeneratedFiles(folder.resolve("a")).fileNames());
    }

    @Test
    void an_empty_directory_is_filled() throws IOException {
        Path target = Files.createDirectory(folder.resolve("empty"));

        new NewDirectory(target).fill(partial -> Files.writeString(partial.resolve("x.csv"), "x"));

        assertEquals(List.of("x.csv"), new GeneratedFiles(target).fileNames());
    }

    @Test
    void a_failure_leaves_nothing() throws IOException {
        NewDirectory target = new NewDirectory(folder.resolve("failed"));

        assertThrows(
                InputException.class,
                () -> target.fill(partial -> {
                    Files.writeString(partial.resolve("half.csv"), "x");
                    throw new IOException("disk full");
                }));

        assertEquals(List.of(), new GeneratedFiles(folder).fileNames());
    }

    @Test
    void what_a_killed_process_left_beside_it_is_removed() throws IOException {
        Path left = Files.createDirectory(folder.resolve("other.partial-7-123"));
        Files.writeString(left.resolve("half.csv"), "x");
        Files.createFile(folder.resolve(".other.partial-7-123.linger-partial"));
        Files.createDirectory(folder.resolve("mine.partial-7-124"));

        new NewDirectory(folder.resolve("data")).fill(partial -> Files.writeString(partial.resolve("x.csv"), "x"));

        assertEquals(List.of("data", "mine.partial-7-124"), new GeneratedFiles(folder).fileNames());
    }

    @Test
    void a_file_is_refused() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThrows(InputException.class, () -> new NewDirectory(file));
    }
}
