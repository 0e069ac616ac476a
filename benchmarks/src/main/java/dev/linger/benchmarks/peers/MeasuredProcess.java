package dev.linger.benchmarks.peers;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A process that has ended.
 *
 * @param cost of the whole process, those that it started included
 * @param lines what it printed
 */
record MeasuredProcess(Cost cost, List<String> lines) {
    private static final int LINES_SHOWN = 5;
    private static final int MILLIS_BETWEEN_LOOKS = 100;

    MeasuredProcess {
        lines = List.copyOf(lines);
    }

    /** It could not be started, or ended with another exit code than 0; the message holds its last lines. */
    static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Failed(String message) {
            super(message);
        }
    }

    /**
     * Runs a command to its end. Only one may run at a time, since what children cost is told of all of them together.
     *
     * @param environment added to that of this process
     * @param folder where it runs
     * @param output gets what it prints
     * @throws Failed if it does not end well
     */
    static MeasuredProcess run(List<String> command, Map<String, String> environment, Path folder, Path output) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectInput(new File(File.separatorChar == '/' ? "/dev/null" : "NUL"))
                    .redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            double cpuBefore = ProcessFiles.cpuSecondsOfEnded();
            long start = System.nanoTime();
            Process process = builder.start();
            double resident = residentUntilEnd(process);
            double seconds = (System.nanoTime() - start) / 1e9;
            List<String> lines = Files.readAllLines(output);
            if (process.exitValue() != 0) {
                List<String> last = lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size());
                throw new Failed("ended with exit code " + process.exitValue() + ": " + String.join(" | ", last));
            }
            return new MeasuredProcess(
                    new Cost(seconds, ProcessFiles.cpuSecondsOfEnded() - cpuBefore, resident), lines);
        } catch (IOException failure) {
            throw new Failed("cannot be run: " + failure.getMessage());
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + command, interrupt);
        }
    }

    /** The peak is gone with the process, so it is looked at again and again. */
    private static double residentUntilEnd(Process process) throws InterruptedException {
        Thread endWithUs = new Thread(process::destroy);
        Runtime.getRuntime().addShutdownHook(endWithUs);
        double most = Double.NaN;
        while (!process.waitFor(MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS)) {
            double now = ProcessFiles.residentMiB(process.toHandle());
            most = Double.isNaN(most) || now > most ? now : most;
        }
        Runtime.getRuntime().removeShutdownHook(endWithUs);
        return most;
    }
}
