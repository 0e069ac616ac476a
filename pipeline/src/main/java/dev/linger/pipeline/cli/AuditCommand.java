package dev.linger.pipeline.cli;

import dev.linger.pipeline.audit.AuditOutcome;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "audit",
        sortOptions = false,
        description =
                "Repeats a run with each known leak switched on by itself, puts honest and leaky figures side by side,"
                        + " and runs the sanity checks: shuffled labels, a column that holds the label, a log moved in time. A sanity check"
                        + " that fails makes the exit code 1.")
final class AuditCommand implements Callable<Integer> {
    private final AuditAction action;

    @Option(names = "--config", paramLabel = "FILE", description = "Variant to audit, as in run.")
    private @Nullable String config;

    @Mixin
    private RunOptions options = new RunOptions();

    AuditCommand(AuditAction action) {
        this.action = action;
    }

    @Override
    public Integer call() {
        AuditOutcome outcome = action.audit(options.request(config, options.isQuiet(), false));
        return outcome.passed() ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
