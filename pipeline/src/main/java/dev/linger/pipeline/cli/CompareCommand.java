package dev.linger.pipeline.cli;

import dev.linger.data.InputException;
import dev.linger.data.Progress;
import dev.linger.pipeline.comparison.RunComparison;
import dev.linger.pipeline.config.LingerConfig;
import dev.linger.pipeline.config.PackagedConfigs;
import dev.linger.pipeline.report.ConsoleFormat;
import dev.linger.pipeline.run.ConsoleProgress;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "compare",
        sortOptions = false,
        description = "Puts runs side by side and the first against each other one, user by user. The runs are those of"
                + " the folders; without folders, each configuration is run first.")
final class CompareCommand implements Runnable {
    private static final List<String> OPTIONS_OF_RUNS =
            List.of("--data", "--config", "--set", "--out", "--threads", "--seed");

    private final RunAction action;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "RUN_FOLDER", description = "Folders of finished runs, at least two.")
    private List<Path> folders = new ArrayList<>();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder of the KuaiRec files to run on. Without it, demo data is generated once and used.")
    private @Nullable Path data;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Variant to run, as in run. Repeatable; without it, the default and every packaged recipe.")
    private List<String> configs = new ArrayList<>();

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Sets one value of every run, such as a.b=3. Repeatable.")
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
            description = "Seed of everything random in every run, in place of the configured one.")
    private @Nullable Long seed;

    @Option(names = "--quiet", description = "Prints the comparison and errors only.")
    private boolean quiet;

    CompareCommand(RunAction action) {
        this.action = action;
    }

    @Override
    public void run() {
        List<Path> runs = folders.isEmpty() ? runEach() : finished();
        PrintWriter printer = Objects.requireNonNull(spec).commandLine().getOut();
        RunComparison.of(runs).forEach(table -> {
            printer.println();
            printer.print(new ConsoleFormat().format(table));
        });
        printer.flush();
    }

    private List<Path> finished() {
        for (String option : OPTIONS_OF_RUNS) {
            if (Objects.requireNonNull(spec).commandLine().getParseResult().hasMatchedOption(option)) {
                throw new InputException(
                        option + " is for runs that are yet to be made, and run folders are of finished"
                                + " ones; give folders alone, or none");
            }
        }
        return folders;
    }

    /** Checks every configuration before the first run, which may take long. */
    private List<Path> runEach() {
        RunCommand.requireThreads(threads);
        List<String> wanted = configs.isEmpty()
                ? Stream.concat(Stream.of("default"), PackagedConfigs.recipes().stream())
                        .toList()
                : configs;
        if (wanted.size() < 2) {
            throw new InputException(
                    "runs are compared with each other: give --config at least twice, such as --config default");
        }
        List<String> all = RunCommand.withSeed(settings, seed);
        wanted.forEach(config -> LingerConfig.resolve(Optional.of(config), all));
        Progress progress = quiet ? Progress.SILENT : new ConsoleProgress(System.err);
        Supplier<Path> folder = DataFolder.of(data, out, progress);
        PrintWriter printer = Objects.requireNonNull(spec).commandLine().getOut();
        List<Path> made = new ArrayList<>();
        for (String config : wanted) {
            Path run = action.run(
                    new RunRequest(folder, Optional.of(config), all, out, threads, true, true, progress, arguments()));
            made.add(run);
            if (!quiet) {
                printer.println(config + " (run " + made.size() + " of " + wanted.size() + ") is in " + run);
            }
        }
        return made;
    }

    private List<String> arguments() {
        return Objects.requireNonNull(spec)
                .root()
                .commandLine()
                .getParseResult()
                .originalArgs();
    }
}
