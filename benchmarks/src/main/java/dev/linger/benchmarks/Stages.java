package dev.linger.benchmarks;

import dev.linger.data.InputException;
import dev.linger.pipeline.report.ConsoleFormat;
import dev.linger.pipeline.report.ResultTable;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Starts whole runs one after the other and puts side by side what their manifests say of each stage. */
@Command(
        name = "stages",
        sortOptions = false,
        description = "Starts whole runs, one process after the other, and prints what each stage took.")
public final class Stages implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private Input input = new Input();

    @Option(names = "--jar", paramLabel = "FILE", description = "Linger (default: ${DEFAULT-VALUE}).")
    private Path jar = Path.of("pipeline/target/linger.jar");

    @Option(names = "--repeats", paramLabel = "N", description = "Runs of the same data (default: ${DEFAULT-VALUE}).")
    private int repeats = 3;

    @Option(
            names = "--swaps",
            description = "In place of repeats: a run, the same again, and other rankers on what these have kept.")
    private boolean swaps;

    @Option(
            names = "--java-opt",
            paramLabel = "OPTION",
            description = "Option of Java for the runs, such as -Xmx4g. Repeatable.")
    private List<String> javaOptions = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "New folder that keeps the runs and what they printed (default: a temporary one).")
    private @Nullable Path out;

    @SuppressWarnings("UnusedVariable") // By picocli, which looks for it by its annotation.
    @Option(names = "--help", usageHelp = true, description = "Prints this.")
    private boolean help;

    @Parameters(paramLabel = "OPTION", arity = "0..*", description = "After --: options of linger run.")
    private List<String> runOptions = new ArrayList<>();

    /** One or the other. */
    static final class Input {
        @Option(names = "--data", paramLabel = "DIR", required = true, description = "Folder of the data of every run.")
        private @Nullable Path data;

        @Option(
                names = "--scales",
                paramLabel = "SCALE,...",
                required = true,
                description = "Generates data of each of these sizes, 1 for as large as KuaiRec, and runs each once.")
        private @Nullable String scales;
    }

    private Stages() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /** Its exit code is 0, or 2 for a mistake in the arguments or a run that failed. */
    static CommandLine commandLine() {
        return new CommandLine(new Stages()).setExecutionExceptionHandler((failure, command, arguments) -> {
            if (!(failure instanceof InputException)) {
                throw failure;
            }
            command.getErr().println("stages: " + failure.getMessage());
            return ExitCode.USAGE;
        });
    }

    @Override
    public Integer call() {
        if (repeats < 1) {
            throw new InputException("--repeats must be at least 1 but is " + repeats);
        }
        LingerProcess linger = new LingerProcess(jar, javaOptions);
        say(Environment.description() + "\nruns:       java " + String.join(" ", javaOptions) + " -jar " + jar + " run "
                + String.join(" ", runOptions) + "\n");
        try (WorkFolder folder = WorkFolder.of(out)) {
            RunSeries series = new RunSeries(linger, folder.path(), runOptions, this::say);
            Path data = input.data;
            List<ResultTable> tables = data == null
                    ? ofScales(series, Objects.requireNonNull(input.scales))
                    : List.of(
                            swaps
                                    ? SwapsTable.of(series.swapped(existing(data), SwapsTable.OPTIONS))
                                    : RepeatsTable.of(series.repeated(existing(data), repeats)));
            tables.forEach(table -> say("\n" + new ConsoleFormat().format(table).stripTrailing()));
        }
        return ExitCode.OK;
    }

    private static List<ResultTable> ofScales(RunSeries series, String given) {
        List<String> scales = List.of(given.split(",", -1));
        return new ScalingTables(scales, series.ofScales(scales)).all();
    }

    private static Path existing(Path data) {
        if (!Files.isDirectory(data)) {
            throw new InputException(
                    "there is no folder " + data + "; --data names one that holds the data set's files");
        }
        return data;
    }

    private void say(String line) {
        PrintWriter console = Objects.requireNonNull(spec).commandLine().getOut();
        console.println(line);
        console.flush();
    }
}
