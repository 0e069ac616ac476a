package dev.linger.serving;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A class of the tests that runs in a process of its own, which is to be killed; it does not outlive two minutes. */
public final class JavaProcess {
    private static final long LONGEST_SECONDS = 120;

    private JavaProcess() {}

    /**
     * Starts it.
     *
     * @param before what stands before the command, such as a shell that sets limits
     * @param temporary folder of its temporary files
     */
    public static Process start(List<String> before, Path temporary, Class<?> main, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djava.io.tmpdir=" + Files.createDirectories(temporary),
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        CompletableFuture.delayedExecutor(LONGEST_SECONDS, TimeUnit.SECONDS).execute(process::destroyForcibly);
        return process;
    }

    /** Kills it after a time. By its handle: to kill the process itself would close what it said before it is read. */
    public static void kill(Process process, int afterMillis) {
        try {
            process.waitFor(afterMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupt) {
            throw new IllegalStateException(interrupt);
        } finally {
            process.toHandle().destroyForcibly();
        }
    }
}
