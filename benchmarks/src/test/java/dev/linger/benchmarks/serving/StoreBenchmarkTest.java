package dev.linger.benchmarks.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StoreBenchmarkTest {
    @TempDir
    private Path folder;

    @Test
    void batches_and_single_plays_are_appended_and_timed() {
        StringWriter out = new StringWriter();
        int code = StoreBenchmark.commandLine()
                .setOut(new PrintWriter(out, true))
                .execute(
                        "--folder=" + folder.resolve("store"),
                        "--plays=1000",
                        "--batch=100",
                        "--singles=20",
                        "--rate=200");
        assertEquals(0, code);
        assertTrue(out.toString().contains("plays a second in batches of 100"), out::toString);
        assertTrue(out.toString().contains("single play"), out::toString);
        assertTrue(Files.exists(folder.resolve("store/plays.db")));
    }
}
