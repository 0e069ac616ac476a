package dev.linger.pipeline.cli;

import dev.linger.data.InputException;
import dev.linger.data.Progress;
import dev.linger.pipeline.run.ConsoleProgress;
import dev.linger.pipeline.run.RunRequest;
import dev.linger.pipeline.simulate.Simulation;
import dev.linger.pipeline.simulate.SimulationPlan;
import dev.linger.simulation.Preset;
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
        name = "simulate",
        sortOptions = false,
        description =
                "Tries configurations in generated worlds that answer: users watch what they are shown, their tastes drift,"
                        + " creators upload more when they are watched, and each configuration lives through the same days, asked for"
                        + " lists and told of plays and new videos as a server is.")
final class SimulateCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description =
                    "Variant to try, as --config of run. Repeatable; the first is what others are compared with (default:"
                            + " default).")
    private List<String> policies = new ArrayList<>(List.of("default"));

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Data set with a fully observed matrix, whose users then watch what they are shown as the matrix says, in"
                            + " place of generated worlds.")
    private @Nullable Path data;

    @Option(
            names = "--preset",
            paramLabel = "NAME",
            converter = PresetLabel.class,
            description = "Preset of the worlds, as in generate (default: demo).")
    private Preset preset = Preset.DEMO;

    @Option(
            names = "--burn-in",
            paramLabel = "N",
            description =
                    "Days that follow the log before policies begin, in which users are shown what the truth and chance agree"
                            + " on; policies learn of them (default: ${DEFAULT-VALUE}).")
    private int burnIn;

    @Option(names = "--days", paramLabel = "N", description = "Days after the log (default: ${DEFAULT-VALUE}).")
    private int days = 30;

    @Option(
            names = "--videos",
            paramLabel = "N",
            description = "Videos that a user is shown who comes (default: ${DEFAULT-VALUE}).")
    private int videos = 10;

    @Option(
            names = "--seeds",
            split = ",",
            paramLabel = "N",
            description = "Seeds, each of a world of its own (default: ${DEFAULT-VALUE}).")
    private List<Long> seeds = List.of(1L, 2L, 3L);

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Setting over every policy, as in run. Repeatable.")
    private List<String> settings = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder of all runs; the tables are in a new folder in it (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("runs");

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads to work with; no result depends on it (default: all, ${DEFAULT-VALUE}).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--quiet", description = "Prints errors only.")
    private boolean quiet;

    @Override
    public void run() {
        WorkOptions.requireThreads(threads);
        if (data != null) {
            requireOfData();
        }
        SimulationPlan plan = new SimulationPlan(Optional.ofNullable(data), preset, burnIn, days, videos, seeds);
        Simulation.run(policies.stream().map(this::request).toList(), plan);
    }

    private void requireOfData() {
        DataFolder.of(data, out, Progress.SILENT);
        for (String name : List.of("--preset", "--burn-in", "--seeds")) {
            if (Objects.requireNonNull(spec).commandLine().getParseResult().hasMatchedOption(name)) {
                throw new InputException(
                        name + " is of generated worlds, but --data names an observed one; leave one of them out");
            }
        }
    }

    private RunRequest request(String policy) {
        return new RunRequest(
                () -> {
                    throw new IllegalStateException("each world has data of its own");
                },
                Optional.of(policy),
                settings,
                out,
                threads,
                Optional.empty(),
                Optional.of(out.resolve(WorkOptions.CACHE)),
                false,
                quiet,
                false,
                quiet ? Progress.SILENT : new ConsoleProgress(System.err),
                Objects.requireNonNull(spec)
                        .root()
                        .commandLine()
                        .getParseResult()
                        .originalArgs());
    }
}
