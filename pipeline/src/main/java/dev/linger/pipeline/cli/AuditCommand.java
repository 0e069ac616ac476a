package dev.linger.pipeline.cli;

import dev.linger.data.Progress;
import dev.linger.pipeline.run.ConsoleProgress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "audit",
        sortOptions = false,
        description =
                "Repeats a run with each known leak switched on by itself, puts honest and leaky figures side by side,"
                        + " and runs the canaries: shuffled labels, a column that holds the label, a log moved in time. A canary"
                        + " that fails makes the exit code 1.")
final class AuditCommand implements Callable<Integer> {
    private final AuditAction action;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder of the KuaiRec files. Without it, demo data is generated once and used.")
    private @Nullable Path data;

    @Option(names = "--config", paramLabel = "FILE", description = "Variant to audit, as in run.")
    private @Nullable String config;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Sets one value, such as a.b=3, after the variant. Repeatable.")
    private List<String> settings = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder of all runs; the audit is a new folder in it (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("runs");

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads to work with; no result depends on it (default: all, ${DEFAULT-VALUE}).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Seed of everything random, in place of the configured one.")
    private @Nullable Long seed;

    @Option(names = "--quiet", description = "Prints errors only.")
    private boolean quiet;

    AuditCommand(AuditAction action) {
        this.action = action;
    }

    @Override
    public Integer call() {
        RunCommand.requireThreads(threads);
        Progress progress = quiet ? Progress.SILENT : new ConsoleProgress(System.err);
        AuditOutcome outcome = action.audit(new RunRequest(
                DataFolder.of(data, out, progress),
                Optional.ofNullable(config),
                RunCommand.withSeed(settings, seed),
                out,
                threads,
                quiet,
                false,
                progress,
                arguments()));
        return outcome.passed() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private List<String> arguments() {
        return Objects.requireNonNull(spec)
                .root()
                .commandLine()
                .getParseResult()
                .originalArgs();
    }
}
