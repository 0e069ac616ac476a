package dev.linger.pipeline.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The options of a command that fits but makes no run. */
final class FitOptions extends WorkOptions {
    @Option(
            names = "--runs",
            paramLabel = "DIR",
            description = "Folder of all runs, whose snapshots and kept steps are shared (default: ${DEFAULT-VALUE}).")
    private Path runs = Path.of("runs");

    @Override
    Path runs() {
        return runs;
    }
}
