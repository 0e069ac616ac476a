package dev.linger.pipeline.cli;

import dev.linger.data.InputException;
import dev.linger.data.Printable;
import dev.linger.data.Seed;
import dev.linger.pipeline.config.LingerConfig;
import dev.linger.pipeline.report.ConsoleFormat;
import dev.linger.pipeline.run.RunRequest;
import dev.linger.pipeline.sweep.Sweep;
import dev.linger.pipeline.sweep.SweepPlan;
import dev.linger.pipeline.training.ValidationQuality;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "sweep",
        sortOptions = false,
        description =
                "Tries many configurations on the validation window, what they share once, and runs the best of them"
                        + " and the one that was varied to their end. Started again, it goes on where it was stopped.")
final class SweepCommand implements Callable<Integer> {
    private final RunAction action;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--config", paramLabel = "FILE", description = "What is varied, as in run.")
    private @Nullable String config;

    @Option(
            names = "--grid",
            paramLabel = "KEY=VALUE,VALUE",
            description = "Values of a key. Repeatable: every combination is tried.")
    private List<String> grid = new ArrayList<>();

    @Option(
            names = "--configs",
            paramLabel = "FILE",
            description = "Variants to try, as in run, or a pattern such as 'variants/*.json'. Repeatable.")
    private List<String> configs = new ArrayList<>();

    @Option(names = "--search", paramLabel = "N", description = "Tries so many draws from the ranges.")
    private int search;

    @Option(
            names = "--range",
            paramLabel = "KEY=LOW..HIGH[:log]",
            description = "What a key is drawn from, uniformly, or in its logarithm. Repeatable.")
    private List<String> ranges = new ArrayList<>();

    @Option(
            names = "--halve",
            description =
                    "Tries all with a share of the training rows first, then the best third with three times as many.")
    private boolean halve;

    @Option(
            names = "--by",
            paramLabel = "METRIC",
            description = "Column of the table to sort by (default: ${DEFAULT-VALUE}, the geometric mean of all).")
    private String by = ValidationQuality.QUALITY;

    @Option(names = "--validate-only", description = "Runs none to its end, so that the test part is not looked at.")
    private boolean validateOnly;

    @Mixin
    private RunOptions options = new RunOptions();

    SweepCommand(RunAction action) {
        this.action = action;
    }

    @Override
    public Integer call() {
        RunRequest request = options.request(config, options.isQuiet(), false);
        if (request.cache().isEmpty()) {
            throw new InputException("a sweep shares what it can by the cache; take off --no-cache");
        }
        SweepPlan plan = plan(request);
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        if (!options.isQuiet()) {
            out.println(
                    Printable.line(plan.variants().size() + " configurations, the first is the one that is varied"));
            out.flush();
        }
        Sweep.Result result = Sweep.run(request, plan, new Sweep.Goal(by, halve, !validateOnly), action::run);
        Sweep.compared(result).forEach(table -> {
            out.println();
            out.print(new ConsoleFormat().format(table));
        });
        result.runs().forEach(run -> out.println(Printable.line("run: " + run)));
        out.flush();
        return result.failed() == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private SweepPlan plan(RunRequest request) {
        boolean searches = search != 0 || !ranges.isEmpty();
        if (searches && !(grid.isEmpty() && configs.isEmpty())) {
            throw new InputException("--search and --range draw variants, and --grid and --configs list them; give the"
                    + " ones or the others");
        }
        if (searches) {
            long seed = LingerConfig.resolve(request.config(), request.settings())
                    .value()
                    .seed();
            return SweepPlan.search(request.config(), request.settings(), search, ranges, new Seed(seed));
        }
        List<String> files =
                configs.stream().flatMap(name -> named(name).stream()).toList();
        return SweepPlan.grid(Optional.ofNullable(config), request.settings(), files, grid);
    }

    /** The files of a pattern in the order of their names; a name without a star is one. */
    private static List<String> named(String name) {
        int slash = name.lastIndexOf('/') + 1;
        if (!name.contains("*")) {
            return List.of(name);
        }
        Path folder = Path.of(slash == 0 ? "." : name.substring(0, slash));
        List<String> files = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, name.substring(slash))) {
                found.forEach(file -> files.add(file.toString()));
            } catch (IOException | DirectoryIteratorException failure) {
                throw new InputException(folder + " cannot be read (" + failure + ")", failure);
            }
        }
        if (files.isEmpty()) {
            throw new InputException("--configs " + name + ": no file has such a name");
        }
        return files.stream().sorted().toList();
    }
}
