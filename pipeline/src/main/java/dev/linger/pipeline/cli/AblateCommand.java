package dev.linger.pipeline.cli;

import dev.linger.data.Progress;
import dev.linger.pipeline.run.ConsoleProgress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "ablate",
        sortOptions = false,
        description = "Runs without each feature group and without each source of candidates but the first, and prints"
                + " what each brought.")
final class AblateCommand implements Runnable {
    private final AblateAction action;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder of the KuaiRec files. Without it, demo data is generated once and used.")
    private @Nullable Path data;

    @Option(names = "--config", paramLabel = "FILE", description = "Variant, as in run.")
    private @Nullable String config;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Sets one value of every run, such as a.b=3. Repeatable.")
    private List<String> settings = new ArrayList<>();

    @Option(
            names = "--only",
            paramLabel = "NAME",
            split = ",",
            description = "Feature groups and sources to leave out, such as user-history,item-knn; without it, each.")
    private List<String> only = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder of all runs; the figures are in a new folder in it (default: ${DEFAULT-VALUE}).")
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

    AblateCommand(AblateAction action) {
        this.action = action;
    }

    @Override
    public void run() {
        RunCommand.requireThreads(threads);
        Progress progress = quiet ? Progress.SILENT : new ConsoleProgress(System.err);
        action.run(
                new RunRequest(
                        DataFolder.of(data, out, progress),
                        Optional.ofNullable(config),
                        RunCommand.withSeed(settings, seed),
                        out,
                        threads,
                        quiet,
                        false,
                        progress,
                        Objects.requireNonNull(spec)
                                .root()
                                .commandLine()
                                .getParseResult()
                                .originalArgs()),
                only);
    }
}
