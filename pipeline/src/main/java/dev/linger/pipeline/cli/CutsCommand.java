package dev.linger.pipeline.cli;

import dev.linger.data.InputException;
import dev.linger.pipeline.comparison.CutsComparison;
import dev.linger.pipeline.comparison.VariantsComparison;
import dev.linger.pipeline.config.LingerConfig;
import dev.linger.pipeline.report.ConsoleFormat;
import dev.linger.pipeline.report.MarkdownFormat;
import dev.linger.pipeline.report.ResultTable;
import dev.linger.pipeline.report.TableFormat;
import dev.linger.pipeline.run.RunRequest;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "cuts",
        sortOptions = false,
        description =
                "Runs a configuration at several cuts and seeds and shows whether its figures hold at all of them; of several"
                        + " configurations, what the first has over each other. With folders of finished runs, which may"
                        + " differ in split.testShare and seed, shows these.")
final class CutsCommand implements Runnable {
    private final RunAction action;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "RUN_FOLDER", description = "Folders of finished runs.")
    private List<Path> folders = new ArrayList<>();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Variant to run, as in run. Repeatable; without it, the default.")
    private List<String> configs = List.of("default");

    @Option(
            names = "--shares",
            split = ",",
            paramLabel = "SHARE",
            description = "Values of split.testShare (default: ${DEFAULT-VALUE}).")
    private List<Double> shares = List.of(0.1, 0.2, 0.3, 0.4);

    @Option(names = "--seeds", split = ",", paramLabel = "N", description = "Seeds (default: ${DEFAULT-VALUE}).")
    private List<Long> seeds = List.of(42L, 1L, 2L);

    @Option(names = "--markdown", description = "Prints the tables in Markdown.")
    private boolean markdown;

    @Mixin
    private RunOptions options = new RunOptions();

    CutsCommand(RunAction action) {
        this.action = action;
    }

    @Override
    public void run() {
        List<Path> runs = folders.isEmpty() ? runEach() : folders;
        PrintWriter printer = Objects.requireNonNull(spec).commandLine().getOut();
        TableFormat format = markdown ? new MarkdownFormat() : new ConsoleFormat();
        tables(runs).forEach(table -> {
            printer.println();
            printer.print(format.format(table));
        });
        printer.flush();
    }

    private static List<ResultTable> tables(List<Path> runs) {
        return VariantsComparison.isOfSeveral(runs) ? VariantsComparison.of(runs) : CutsComparison.of(runs);
    }

    private List<Path> runEach() {
        requireNames();
        List<RunRequest> requests = new ArrayList<>();
        for (double share : shares) {
            for (long seed : seeds) {
                List<String> place = List.of("split.testShare=" + share, "seed=" + seed);
                configs.forEach(config -> requests.add(options.request(config, place, true, true)));
            }
        }
        if (requests.isEmpty()) {
            throw new InputException("--shares and --seeds must each have a value");
        }
        return new RunSeries(action, requests)
                .run(Objects.requireNonNull(spec).commandLine().getOut(), options.isQuiet());
    }

    /** Tables tell configurations apart by their names. */
    private void requireNames() {
        Set<String> names = new HashSet<>();
        for (String config : configs) {
            String name = LingerConfig.resolve(Optional.of(config), options.settings(config))
                    .name();
            if (!names.add(name)) {
                throw new InputException("--config " + config + ": another configuration is called " + name
                        + " too; give each a file name of its own");
            }
        }
    }
}
