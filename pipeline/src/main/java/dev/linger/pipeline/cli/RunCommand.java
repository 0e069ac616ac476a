package dev.linger.pipeline.cli;

import dev.linger.data.InputException;
import dev.linger.data.Progress;
import dev.linger.pipeline.run.ConsoleProgress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "run",
        sortOptions = false,
        description = "Finds candidates, ranks them and measures both on the last days of a data set.")
final class RunCommand implements Runnable {
    private final RunAction action;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder of the KuaiRec files. Without it, demo data is generated once and used.")
    private @Nullable Path data;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Variant: a JSON file, or the name of a packaged one. Its keys replace whole blocks"
                    + " of the default configuration.")
    private @Nullable String config;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Sets one value, such as a.b=3, after the variant. Repeatable.")
    private List<String> settings = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder of all runs, each a new folder in it (default: ${DEFAULT-VALUE}).")
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

    @Option(names = "--brief", description = "Prints the shorter tables; of the longer ones, where they are.")
    private boolean brief;

    @Option(names = "--quiet", description = "Prints errors only.")
    private boolean quiet;

    RunCommand(RunAction action) {
        this.action = action;
    }

    @Override
    public void run() {
        requireThreads(threads);
        Progress progress = quiet ? Progress.SILENT : new ConsoleProgress(System.err);
        action.run(new RunRequest(
                DataFolder.of(data, out, progress),
                Optional.ofNullable(config),
                withSeed(settings, seed),
                out,
                threads,
                quiet,
                brief,
                progress,
                arguments()));
    }

    static void requireThreads(int threads) {
        if (threads < 1) {
            throw new InputException("--threads must be at least 1 but is " + threads);
        }
    }

    /** The settings with the seed, where one is given, as the last of them. */
    static List<String> withSeed(List<String> settings, @Nullable Long seed) {
        List<String> all = new ArrayList<>(settings);
        if (seed != null) {
            all.add("seed=" + seed);
        }
        return all;
    }

    private List<String> arguments() {
        return spec == null
                ? List.of()
                : spec.root().commandLine().getParseResult().originalArgs();
    }
}
