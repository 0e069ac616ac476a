package dev.linger.pipeline.run;

import dev.linger.pipeline.cli.Linger;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Linger in a process of its own, which a test can kill. */
public final class ChildProcess {
    private ChildProcess() {}

    /** Starts it with these arguments, on the class path of the test. */
    public static Process start(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Linger.class.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command).inheritIO().start();
    }
}
