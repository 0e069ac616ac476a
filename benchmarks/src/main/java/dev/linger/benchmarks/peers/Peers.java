package dev.linger.benchmarks.peers;

import dev.linger.benchmarks.Environment;
import dev.linger.benchmarks.WorkFolder;
import dev.linger.data.InputException;
import dev.linger.pipeline.report.ConsoleFormat;
import dev.linger.pipeline.report.MarkdownFormat;
import dev.linger.pipeline.report.ResultTable;
import dev.linger.pipeline.report.TableFormat;
import java.io.File;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Does the same work by Linger and by what a user would pick instead, by turns, and puts side by side what it took. */
@Command(
        name = "peers",
        sortOptions = false,
        description = "Does the same work by Linger and by what you would pick instead, and prints what it took.")
public final class Peers implements Callable<Integer> {
    private static final int WIDTH = 132;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--scale",
            paramLabel = "SCALE",
            description = "Size of the data, 1 for as large as KuaiRec (default: ${DEFAULT-VALUE}).")
    private String scale = "0.125";

    @Option(
            names = "--rows",
            paramLabel = "NAME",
            split = ",",
            description =
                    "Rows of the table, or how their names begin: load, als, als-exact, top, trees, recipe (default: all).")
    private List<String> rows = List.of("");

    @Option(names = "--repeats", paramLabel = "N", description = "Of each side, by turns (default: ${DEFAULT-VALUE}).")
    private int repeats = 3;

    @Option(
            names = "--python",
            paramLabel = "FILE",
            description = "The Python that has the peers (default: ${DEFAULT-VALUE}).")
    private String python = "python3";

    @Option(
            names = "--duckdb-jdbc",
            paramLabel = "JAR",
            description = "DuckDB's JDBC driver, in place of its Python package or command line.")
    private @Nullable Path duckDbDriver;

    @Option(names = "--jar", paramLabel = "FILE", description = "Linger (default: ${DEFAULT-VALUE}).")
    private Path jar = Path.of("pipeline/target/linger.jar");

    @Option(
            names = "--scripts",
            paramLabel = "DIR",
            description = "The scripts of the peers (default: ${DEFAULT-VALUE}).")
    private Path scripts = Path.of("benchmarks/peers");

    @Option(
            names = "--java-opt",
            paramLabel = "OPTION",
            description = "Option of Java for Linger's processes, such as -Xmx4g. Repeatable.")
    private List<String> javaOptions = new ArrayList<>();

    @Option(names = "--markdown", description = "Prints the tables in Markdown.")
    private boolean markdown;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "New folder that keeps the data and what the processes printed (default: a temporary one).")
    private @Nullable Path out;

    @SuppressWarnings("UnusedVariable") // By picocli, which looks for it by its annotation.
    @Option(names = "--help", usageHelp = true, description = "Prints this.")
    private boolean help;

    private Peers() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /** Its exit code is 0, 1 if a side failed, or 2 for a mistake in the arguments. */
    static CommandLine commandLine() {
        return new CommandLine(new Peers()).setExecutionExceptionHandler((failure, command, arguments) -> {
            if (!(failure instanceof InputException)) {
                throw failure;
            }
            command.getErr().println("peers: " + failure.getMessage());
            return ExitCode.USAGE;
        });
    }

    @Override
    public Integer call() {
        check();
        JavaCommand java = new JavaCommand(jar, javaOptions);
        try (WorkFolder folder = WorkFolder.of(out)) {
            Path absolute = folder.path().toAbsolutePath();
            Python found = Python.ask(executable(), scripts.toAbsolutePath(), absolute);
            Works works = new Works(java, found, scripts.toAbsolutePath(), duckDbDriver, scale);
            List<Work> chosen = works.named(rows);
            say(Environment.description() + "\npeers:      " + found.description() + "\nscale:      " + scale + ", "
                    + "each side " + repeats + " times, by turns\n");
            InputData.make(chosen, java, scale, absolute, this::say);
            List<Pair> pairs = new ArrayList<>();
            for (Work work : chosen) {
                pairs.add(measured(work, absolute));
            }
            TableFormat format = markdown ? new MarkdownFormat() : new ConsoleFormat(WIDTH);
            for (ResultTable table : List.of(PeersTables.ratios(pairs), PeersTables.spreads(pairs))) {
                say("\n" + format.format(table).stripTrailing());
            }
            return pairs.stream().flatMap(Pair::failures).findAny().isPresent() ? ExitCode.SOFTWARE : ExitCode.OK;
        }
    }

    private void check() {
        if (repeats < 1) {
            throw new InputException("--repeats must be at least 1 but is " + repeats);
        }
        if (!Files.isRegularFile(scripts.resolve("versions.py"))) {
            throw new InputException(
                    "there are no scripts in " + scripts + "; --scripts names the folder benchmarks/peers of Linger");
        }
        try {
            if (Double.parseDouble(scale) > 0) {
                return;
            }
        } catch (NumberFormatException notANumber) {
            throw new InputException("--scale: \"" + scale + "\" is not a number", notANumber);
        }
        throw new InputException("--scale: " + scale + " is not above 0");
    }

    /** A path is of this folder, and processes run in others. */
    private String executable() {
        return python.contains(File.separator)
                ? Path.of(python).toAbsolutePath().toString()
                : python;
    }

    private Pair measured(Work work, Path folder) {
        Pair pair = Pair.of(work, folder);
        for (int repeat = 1; repeat <= repeats; repeat++) {
            pair.repeat(folder.resolve(work.name() + "-" + repeat));
        }
        for (Side side : pair.sides()) {
            say(work.name() + ", " + side.name() + ": " + told(side));
        }
        return pair;
    }

    private static String told(Side side) {
        return side.isMeasured()
                ? String.join(
                        ", ",
                        side.costs().stream()
                                .map(cost -> String.format(Locale.ROOT, "%.2f s", cost.seconds()))
                                .toList())
                : "failed";
    }

    private void say(String line) {
        PrintWriter console = Objects.requireNonNull(spec).commandLine().getOut();
        console.println(line);
        console.flush();
    }
}
