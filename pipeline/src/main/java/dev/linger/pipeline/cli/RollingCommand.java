package dev.linger.pipeline.cli;

import dev.linger.data.InputException;
import dev.linger.pipeline.rolling.Rolling;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "rolling",
        sortOptions = false,
        description = "Replays the days after the cut request by request and measures what a system gains that goes on"
                + " learning: users folded in, features and item counts live, sources refitted daily.")
final class RollingCommand implements Runnable {
    @Option(names = "--config", paramLabel = "FILE", description = "Variant, as in run.")
    private @Nullable String config;

    @Option(
            names = "--requests",
            paramLabel = "N",
            description = "Most requests that are asked, drawn at random (default: ${DEFAULT-VALUE}).")
    private int requests = 10_000;

    @Option(
            names = "--gap-minutes",
            paramLabel = "MINUTES",
            description =
                    "A play that comes this long after the user's last begins a session (default: ${DEFAULT-VALUE}).")
    private double gapMinutes = 30;

    @Mixin
    private RunOptions options = new RunOptions();

    @Override
    public void run() {
        if (requests < 1) {
            throw new InputException("--requests must be >= 1 but is " + requests);
        }
        if (!(gapMinutes > 0) || Double.isInfinite(gapMinutes)) {
            throw new InputException("--gap-minutes must be > 0 and finite but is " + gapMinutes);
        }
        Rolling.run(options.request(config, options.isQuiet(), false), gapMinutes, requests);
    }
}
