package dev.linger.pipeline.cli;

import dev.linger.data.InputException;
import dev.linger.pipeline.comparison.RunComparison;
import dev.linger.pipeline.config.PackagedConfigs;
import dev.linger.pipeline.page.ComparisonPage;
import dev.linger.pipeline.report.ConsoleFormat;
import dev.linger.pipeline.report.MarkdownFormat;
import dev.linger.pipeline.report.ResultTable;
import dev.linger.pipeline.report.TableFormat;
import dev.linger.pipeline.report.TablesFolder;
import dev.linger.pipeline.run.RunRequest;
import dev.linger.pipeline.run.RunSummary;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
    private final RunAction action;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "RUN_FOLDER", description = "Folders of finished runs, at least two.")
    private List<Path> folders = new ArrayList<>();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Variant to run, as in run. Repeatable; without it, the default and every packaged recipe.")
    private List<String> configs = new ArrayList<>();

    @Option(names = "--markdown", description = "Prints the tables in Markdown.")
    private boolean markdown;

    @Option(
            names = "--write",
            paramLabel = "DIR",
            description = "New folder that gets the tables as CSV and JSON, and compare.html with all of them.")
    private @Nullable Path write;

    @Mixin
    private RunOptions options = new RunOptions();

    CompareCommand(RunAction action) {
        this.action = action;
    }

    @Override
    public void run() {
        if (write != null) {
            TablesFolder.requireNew(write);
        }
        List<Path> runs = folders.isEmpty() ? runEach() : finished();
        PrintWriter printer = Objects.requireNonNull(spec).commandLine().getOut();
        TableFormat format = markdown ? new MarkdownFormat() : new ConsoleFormat();
        List<ResultTable> tables = RunComparison.of(runs);
        tables.forEach(table -> {
            printer.println();
            printer.print(format.format(table));
        });
        if (write != null) {
            TablesFolder.write(write, tables, "compare.html", ComparisonPage.of(tables));
        }
        printer.flush();
    }

    private List<Path> finished() {
        for (String option : optionsOfRuns()) {
            if (Objects.requireNonNull(spec).commandLine().getParseResult().hasMatchedOption(option)) {
                throw new InputException(
                        option + " is for runs that are yet to be made, and run folders are of finished"
                                + " ones; give folders alone, or none");
            }
        }
        List<Path> finished =
                folders.stream().filter(CompareCommand::isComparable).toList();
        if (finished.size() < 2) {
            return folders;
        }
        PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
        folders.stream()
                .filter(folder -> !finished.contains(folder))
                .forEach(folder -> err.println("linger: left out " + folder
                        + ", which is no finished run: there is no manifest.json or no run.json in it"));
        return finished;
    }

    /** Not so are runs that go on or failed, ablations, audits, snapshots and data, which {@code runs/*} names as well. */
    private static boolean isComparable(Path folder) {
        return Files.notExists(folder) || RunSummary.isIn(folder);
    }

    private List<Path> runEach() {
        List<String> wanted = configs.isEmpty()
                ? Stream.concat(Stream.of("default"), PackagedConfigs.recipes().stream())
                        .toList()
                : configs;
        if (wanted.size() < 2) {
            throw new InputException(
                    "runs are compared with each other: give --config at least twice, such as --config default");
        }
        List<RunRequest> requests = wanted.stream()
                .map(config -> options.request(config, true, true))
                .toList();
        return new RunSeries(action, requests)
                .run(Objects.requireNonNull(spec).commandLine().getOut(), options.isQuiet());
    }

    private static List<String> optionsOfRuns() {
        return Stream.concat(Stream.of("--config"), RunOptions.NAMES.stream()).toList();
    }
}
