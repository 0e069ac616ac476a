package dev.linger.pipeline.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** The options of every command that makes runs. */
final class RunOptions extends WorkOptions {
    /** Their names, but that of {@code --quiet}, which makes no run another. */
    static final List<String> NAMES = List.of("--data", "--map", "--unit", "--set", "--out", "--threads", "--seed");

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder of all runs, each a new folder in it (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("runs");

    @Override
    Path runs() {
        return out;
    }
}
