package dev.linger.ranker.lightgbm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.Progress;
import dev.linger.data.Seed;
import dev.linger.ranker.Problems;
import dev.linger.ranker.TrainingSets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLightGbmTest {
    /** Trains a few trees in a process of its own. */
    public static final class Training {
        private Training() {}

        public static void main(String[] arguments) {
            String text = new LightGbmTrainer(new Seed(3), 1, Progress.SILENT)
                    .train(
                            Problems.trees("regression_l1", 30, 0, Map.of()),
                            TrainingSets.Rows.of(Problems.watching("train", 2000), null))
                    .stopped()
                    .text();
            System.exit(text.contains("end of trees") && Files.isDirectory(Path.of(temporary())) ? 0 : 1);
        }

        private static String temporary() {
            return System.getProperty("java.io.tmpdir");
        }
    }

    @Test
    void processes_that_start_together_do_not_disturb_each_other(@TempDir Path temporary) throws Exception {
        List<Process> processes = new ArrayList<>();
        for (int at = 0; at < 2; at++) {
            processes.add(start(temporary));
        }
        for (Process process : processes) {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(0, process.waitFor(), output);
        }
        try (Stream<Path> left = Files.list(temporary)) {
            assertEquals(
                    List.of(),
                    left.filter(file -> file.toString().contains("linger")).toList());
        }
    }

    @Test
    void a_missing_openmp_is_answered_with_the_package_to_install() {
        String message = NativeLightGbm.failure(new UnsatisfiedLinkError(
                        "lib_lightgbm.so: libgomp.so.1: cannot open shared object file: No such file or directory"))
                .getMessage();
        assertTrue(message.contains("'apt-get install libgomp1' on Debian"), message);
        assertTrue(NativeLightGbm.failure(new UnsatisfiedLinkError("Library not loaded: libomp.dylib"))
                .getMessage()
                .contains("brew install libomp"));
    }

    @Test
    void a_folder_of_temporary_files_that_is_full_or_may_not_execute_is_answered_with_another_one() {
        String message = NativeLightGbm.failure(new UnsatisfiedLinkError(
                        "/tmp/x/lib_lightgbm.so: /tmp/x/lib_lightgbm.so: failed to map segment from shared object"))
                .getMessage();
        assertTrue(message.contains("(noexec): name another folder, as in java -Djava.io.tmpdir="), message);
        String full = NativeLightGbm.failure(new UnsatisfiedLinkError("/tmp/x/lib_lightgbm.so: file too short"))
                .getMessage();
        assertTrue(full.contains("seems to be full: make room there, or name another folder"), full);
    }

    @Test
    void a_folder_of_temporary_files_that_is_not_there_is_named(@TempDir Path temporary) throws Exception {
        Process process = start(temporary.resolve("nowhere"));
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        assertTrue(output.contains("cannot unpack LightGBM's native library into " + temporary), output);
        assertTrue(output.contains("-Djava.io.tmpdir="), output);
    }

    private static Process start(Path temporary) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Training.class.getName())
                .redirectErrorStream(true)
                .start();
    }
}
