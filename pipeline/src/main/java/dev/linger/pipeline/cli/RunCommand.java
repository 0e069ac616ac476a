package dev.linger.pipeline.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "run",
        sortOptions = false,
        description = "Finds candidates, ranks them and measures both on the last days of a data set.")
final class RunCommand implements Runnable {
    private final RunAction action;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Variant: a JSON file, or the name of a packaged one, which says what differs from"
                    + " the default configuration.")
    private @Nullable String config;

    @Mixin
    private RunOptions options = new RunOptions();

    @Option(names = "--verbose", description = "Prints every line of the log and every table, not one screen of them.")
    private boolean verbose;

    RunCommand(RunAction action) {
        this.action = action;
    }

    @Override
    public void run() {
        action.run(options.request(config, options.isQuiet(), !verbose));
    }
}
