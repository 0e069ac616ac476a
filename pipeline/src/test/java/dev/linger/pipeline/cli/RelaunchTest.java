package dev.linger.pipeline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RelaunchTest {
    private static final String MODULE = "jdk.incubator.vector";
    private static final long PATIENCE_SECONDS = 60;

    @TempDir
    Path folder;

    @Test
    void a_command_that_computes_starts_again_with_the_vector_module_and_the_options_of_the_first_process() {
        List<String> command = relaunch(List.of("-Xmx4g", "-Dname=a b"), MODULE)
                .second("run", "--data", "my data")
                .orElseThrow()
                .command();

        assertTrue(command.get(0).endsWith("java"), command.get(0));
        assertEquals(List.of("-Xmx4g", "-Dname=a b", "--add-modules=" + MODULE), command.subList(1, 4));
        assertEquals(List.of("-jar", "linger.jar", "run", "--data", "my data"), command.subList(5, command.size()));
    }

    @Test
    void threads_of_lightgbm_are_told_to_sleep_soon_unless_the_environment_says_how_they_wait() {
        ProcessBuilder second = relaunch(List.of(), "").second("run").orElseThrow();
        assertEquals("1000", second.environment().get("GOMP_SPINCOUNT"));
        assertFalse(second.command().contains("--add-modules=" + MODULE));

        for (String said : List.of("OMP_WAIT_POLICY", "GOMP_SPINCOUNT")) {
            Map<String, String> environment = Map.of(said, "ACTIVE");
            assertTrue(new Relaunch(List::of, "linger.jar", environment, "")
                    .second("run")
                    .isEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "runs",
                "generate",
                "--version",
                "run --no-relaunch",
                "run --help",
                "serve -h",
                "run --data \uFFFD"
            })
    void what_only_reads_or_tells_stays_in_one_process(String arguments) {
        assertTrue(relaunch(List.of(), MODULE).second(arguments.split(" ", -1)).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-agentlib:jdwp=transport=dt_socket",
                "-javaagent:profiler.jar",
                "-XX:StartFlightRecording=filename=a.jfr",
                "-Dlinger.startedBy=7"
            })
    void what_two_processes_cannot_both_have_keeps_it_to_one(String option) {
        assertTrue(relaunch(List.of(option), MODULE).second("run").isEmpty());
    }

    @Test
    void classes_that_are_in_no_jar_stay_in_one_process() {
        for (String classPath : List.of("classes", "a.jar" + File.pathSeparator + "b.jar")) {
            assertTrue(new Relaunch(List::of, classPath, Map.of(), MODULE)
                    .second("run")
                    .isEmpty());
        }
    }

    @Test
    void exit_code_and_output_are_those_of_the_second_process() throws Exception {
        Path output = folder.resolve("output");
        Process first = start(
                output,
                "recommend",
                "--user",
                "7",
                "--model",
                folder.resolve("no model").toString());

        assertTrue(first.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS));
        String said = Files.readString(output);
        assertEquals(2, first.exitValue(), said);
        assertTrue(said.contains("WARNING: Using incubator modules: " + MODULE), said);
        assertTrue(said.contains("no model"), said);
    }

    /** SIGTERM, and SIGKILL, which the first process cannot pass on. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @DisabledOnOs(OS.WINDOWS)
    void the_second_process_ends_with_the_first(boolean isKilled) throws Exception {
        Process first = start(
                folder.resolve("output"), "run", "--out", folder.resolve("runs").toString());
        ProcessHandle second = child(first);

        if (isKilled) {
            first.destroyForcibly();
        } else {
            first.destroy();
        }

        second.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertTrue(first.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS));
        assertEquals(isKilled ? 137 : 143, first.exitValue());
    }

    private static ProcessHandle child(Process first) throws InterruptedException {
        for (long waited = 0; waited < PATIENCE_SECONDS * 100; waited++) {
            List<ProcessHandle> children = first.children().toList();
            if (!children.isEmpty()) {
                return children.get(0);
            }
            assertFalse(first.waitFor(10, TimeUnit.MILLISECONDS), "the first process ended");
        }
        throw new AssertionError("no second process after " + PATIENCE_SECONDS + " s");
    }

    private static Relaunch relaunch(List<String> javaOptions, String module) {
        return new Relaunch(() -> javaOptions, "linger.jar", Map.of(), module);
    }

    /** Linger from a jar, as {@code java -jar} starts it; its output goes to a file. */
    private Process start(Path output, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                jar().toString()));
        command.addAll(Arrays.asList(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    /** A jar of nothing but a manifest, which names the class path of this test. */
    private Path jar() throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.put(Attributes.Name.MAIN_CLASS, Linger.class.getName());
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).toUri().toString())
                .collect(Collectors.joining(" "));
        main.put(Attributes.Name.CLASS_PATH, classPath);
        Path jar = folder.resolve("linger.jar");
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
        return jar;
    }
}
