package dev.linger.pipeline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.linger.data.InputException;
import dev.linger.data.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DemoDataTest {
    @TempDir
    private Path out;

    @Test
    void the_bytes_are_those_of_this_version() throws IOException, NoSuchAlgorithmException {
        Path folder = DemoData.below(out, Progress.SILENT);
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (Path file : files(folder)) {
            digest.update(Files.readAllBytes(file));
        }
        assertEquals(
                "version 1: e49fd292ae5bd352e8aca40b4d162bd318a8015c4b252f6ef5519570622ee4ea",
                "version " + DemoData.VERSION + ": " + HexFormat.of().formatHex(digest.digest()),
                "the demo data has changed: raise DemoData.VERSION, so that no run takes older data for it");
    }

    @Test
    void data_that_is_there_is_taken_as_it_is() throws IOException {
        Path folder = Files.createDirectories(out.resolve("demo-data-1"));
        Path file = Files.writeString(folder.resolve("big_matrix.csv"), "there");

        assertEquals(folder, DemoData.below(out, Progress.SILENT));
        assertEquals(List.of(file), files(folder));
    }

    @Test
    void a_run_that_finds_the_data_of_a_faster_one_takes_it() {
        Path folder = out.resolve("demo-data-1");
        Progress meanwhile = (task, unit, total) -> {
            make(folder.resolve("big_matrix.csv"));
            return Progress.SILENT.start(task, unit, total);
        };
        assertEquals(folder, DemoData.below(out, meanwhile));
        assertEquals(List.of(folder.resolve("big_matrix.csv")), files(folder));
        assertEquals(List.of(folder), files(out));
    }

    @Test
    void a_place_that_cannot_be_written_is_a_mistake_of_the_user() throws IOException {
        Path file = Files.createFile(out.resolve("file"));
        assertThrows(InputException.class, () -> DemoData.below(file, Progress.SILENT));
    }

    private static void make(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.createFile(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
