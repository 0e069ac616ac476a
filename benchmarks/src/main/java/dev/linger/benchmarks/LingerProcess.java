package dev.linger.benchmarks;

import dev.linger.data.InputException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts {@code linger.jar} as a process of its own, as a person would.
 *
 * @param jar the jar
 * @param javaOptions such as -Xmx4g
 */
record LingerProcess(Path jar, List<String> javaOptions) {
    private static final int LINES_SHOWN = 15;

    /** @throws InputException if the jar is not there */
    LingerProcess {
        javaOptions = List.copyOf(javaOptions);
        if (!Files.isRegularFile(jar)) {
            throw new InputException("there is no jar " + jar
                    + "; build it with mvn -DskipTests package, or name another one" + " with --jar");
        }
    }

    /**
     * Runs a command to its end; gives the seconds from start to end of the process.
     *
     * @param output a file that gets what the process prints
     * @throws InputException if it ends with another exit code than 0; holds the last lines it printed
     */
    double run(List<String> command, Path output) {
        List<String> line = new ArrayList<>(List.of(java()));
        line.addAll(javaOptions);
        line.addAll(List.of("-jar", jar.toString()));
        line.addAll(command);
        long start = System.nanoTime();
        int exitCode = exitCode(line, output);
        double seconds = (System.nanoTime() - start) / 1e9;
        if (exitCode != 0) {
            throw new InputException(String.join(" ", line) + "\nended with exit code " + exitCode
                    + ". It printed last:\n" + end(output));
        }
        return seconds;
    }

    private static int exitCode(List<String> line, Path output) {
        try {
            Process process = new ProcessBuilder(line)
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(new File(nothing())))
                    .redirectOutput(output.toFile())
                    .start();
            Thread endWithUs = new Thread(process::destroy);
            Runtime.getRuntime().addShutdownHook(endWithUs);
            int exitCode = process.waitFor();
            Runtime.getRuntime().removeShutdownHook(endWithUs);
            return exitCode;
        } catch (IOException failure) {
            throw new InputException(String.join(" ", line) + " cannot be started (" + failure + ")", failure);
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + line, interrupt);
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home", ""), "bin", "java").toString();
    }

    private static String nothing() {
        return File.separatorChar == '/' ? "/dev/null" : "NUL";
    }

    private static String end(Path output) {
        try {
            List<String> lines = Files.readAllLines(output);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
        } catch (IOException unreadable) {
            return "(" + output + " cannot be read: " + unreadable + ")";
        }
    }
}
