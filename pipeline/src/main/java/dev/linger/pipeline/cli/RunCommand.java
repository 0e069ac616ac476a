package dev.linger.pipeline.cli;

import dev.linger.pipeline.run.RunRequest;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "run",
        sortOptions = false,
        description = "Finds candidates, ranks them and measures both on the last days of a data set.")
final class RunCommand implements Callable<Integer> {
    private final RunAction action;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Variant: a JSON file, or the name of a packaged one, which says what differs from"
                    + " the default configuration.")
    private @Nullable String config;

    @Mixin
    private RunOptions options = new RunOptions();

    @Mixin
    private EngineOptions engine = new EngineOptions();

    @Option(names = "--verbose", description = "Prints every line of the log and every table, not one screen of them.")
    private boolean verbose;

    RunCommand(RunAction action) {
        this.action = action;
    }

    @Override
    public Integer call() {
        RunRequest request = options.request(config, options.isQuiet(), !verbose);
        Optional<SparkSubmit> submit = action.isOnCluster() ? Optional.empty() : engine.submit(request.commandLine());
        if (submit.isPresent()) {
            return submit.get().run();
        }
        action.run(request);
        return ExitCode.OK;
    }
}
