package dev.linger.serving.impressions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LineFilesTest {
    @TempDir
    private Path folder;

    @Test
    void the_next_file_begins_when_one_is_full_and_after_those_of_earlier_processes() throws IOException {
        for (int process = 0; process < 2; process++) {
            try (LineFiles files = LineFiles.open(folder, 10)) {
                for (String line : List.of("one", "two", "three", "four")) {
                    files.add(line.getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        assertEquals("one\ntwo\nthree\n", Files.readString(folder.resolve("impressions-000001.jsonl")));
        assertEquals("four\n", Files.readString(folder.resolve("impressions-000002.jsonl")));
        assertEquals("one\ntwo\nthree\n", Files.readString(folder.resolve("impressions-000003.jsonl")));
        assertEquals(4, count());
    }

    @Test
    void where_nothing_is_said_no_file_is_made() throws IOException {
        LineFiles.open(folder.resolve("new"), 10).close();
        assertEquals(1, count());
    }

    private long count() throws IOException {
        try (Stream<Path> files = Files.list(Objects.requireNonNull(folder))) {
            return files.count();
        }
    }
}
