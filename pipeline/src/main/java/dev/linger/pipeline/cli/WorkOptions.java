package dev.linger.pipeline.cli;

import dev.linger.data.InputException;
import dev.linger.data.Progress;
import dev.linger.pipeline.run.ConsoleProgress;
import dev.linger.pipeline.run.RunRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options of every command that fits: which data, and with what means. */
abstract class WorkOptions {
    private static final int MOST_THREADS = 1_024;

    /** The folder of snapshots, beside the runs. */
    private static final String SNAPSHOTS = "snapshots";

    /** The folder of the values of steps, beside the runs. */
    static final String CACHE = "cache";

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Folder of the data set's files, or one table of plays. Without it, demo data is generated once.")
    private @Nullable Path data;

    @Mixin
    private LayoutOptions layout = new LayoutOptions();

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

    @Option(
            names = "--ignore-estimate",
            description = "Starts even where the heap is likely to be too small for the data.")
    private boolean ignoreEstimate;

    @Option(
            names = "--no-snapshot",
            description = "Reads the data from its files, whether or not a snapshot of it is kept, and keeps none."
                    + " No result depends on it.")
    private boolean noSnapshot;

    @Option(
            names = "--cache",
            paramLabel = "DIR",
            description =
                    "Folder in which the values of steps are kept for other runs (default: cache in the folder of all"
                            + " runs).")
    private @Nullable Path cache;

    @Option(
            names = "--no-cache",
            description =
                    "Makes every step again, whether or not an earlier run kept its value, and keeps none. No result"
                            + " depends on it.")
    private boolean noCache;

    @Option(names = "--quiet", description = "Prints results that were asked for, and errors, only.")
    private boolean quiet;

    boolean isQuiet() {
        return quiet;
    }

    /** The settings over a configuration; the seed, where one is given, is the last of them. */
    List<String> settings(@Nullable String config) {
        List<String> all = new ArrayList<>(layout.settings(data, config));
        if (seed != null) {
            all.add("seed=" + seed);
        }
        return all;
    }

    /** The folder of all runs, beside which snapshots and the values of steps are kept. */
    abstract Path runs();

    /** What a run with a configuration is to do; its tables are printed unless it is silent. */
    RunRequest request(@Nullable String config, boolean silent, boolean oneScreen) {
        return request(config, List.of(), silent, oneScreen);
    }

    /** The same with settings over those that were given. */
    RunRequest request(@Nullable String config, List<String> over, boolean silent, boolean oneScreen) {
        Path out = runs();
        requireThreads(threads);
        Progress progress = quiet ? Progress.SILENT : new ConsoleProgress(System.err);
        Supplier<Path> folder = DataFolder.of(data, out, progress);
        return new RunRequest(
                folder,
                Optional.ofNullable(config),
                Stream.concat(settings(config).stream(), over.stream()).toList(),
                out,
                threads,
                noSnapshot ? Optional.empty() : Optional.of(out.resolve(SNAPSHOTS)),
                noCache ? Optional.empty() : Optional.of(cache == null ? out.resolve(CACHE) : cache),
                ignoreEstimate,
                silent,
                oneScreen,
                progress,
                arguments());
    }

    static void requireThreads(int threads) {
        if (threads < 1 || threads > MOST_THREADS) {
            throw new InputException("--threads must be in 1.." + MOST_THREADS + " but is " + threads);
        }
    }

    private List<String> arguments() {
        return Objects.requireNonNull(command)
                .root()
                .commandLine()
                .getParseResult()
                .originalArgs();
    }
}
