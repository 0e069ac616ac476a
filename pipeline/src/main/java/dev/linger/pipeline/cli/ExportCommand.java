package dev.linger.pipeline.cli;

import dev.linger.data.Printable;
import dev.linger.pipeline.export.MlflowExport;
import dev.linger.pipeline.export.ParquetExport;
import dev.linger.pipeline.export.PlaysExport;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "export",
        sortOptions = false,
        description =
                "Writes finished runs as Parquet files, hands their figures and keys to a tracker of experiments, or"
                        + " writes the plays that a server has stored as a table for the next fit.")
final class ExportCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private What what = new What();

    /** Runs, or the plays of a server. */
    static final class What {
        @ArgGroup(exclusive = false)
        private @Nullable Runs runs;

        @ArgGroup(exclusive = false)
        private @Nullable Plays plays;
    }

    static final class Runs {
        @Parameters(arity = "1..*", paramLabel = "RUN_FOLDER", description = "Folders of finished runs.")
        private List<Path> folders = new ArrayList<>();

        @ArgGroup(exclusive = false, multiplicity = "1")
        private Targets targets = new Targets();
    }

    static final class Plays {
        @Option(
                names = "--plays",
                required = true,
                paramLabel = "DIR",
                description = "Folder in which linger serve keeps plays, MODEL.plays; the server may go on.")
        private @Nullable Path store;

        @Option(
                names = "--out",
                required = true,
                paramLabel = "FILE",
                description = "The new CSV file of plays, which run and fit read with --data.")
        private @Nullable Path file;
    }

    @Option(
            names = "--experiment",
            paramLabel = "NAME",
            description =
                    "Experiment of MLflow that gets the runs; made where there is none (default: ${DEFAULT-VALUE}).")
    private String experiment = "linger";

    /** One of them at least. */
    static final class Targets {
        @Option(
                names = "--parquet",
                description =
                        "Writes tables, values of each user, candidates and recommendations into the folder parquet"
                                + " of each run.")
        private boolean parquet;

        @Option(
                names = "--mlflow",
                paramLabel = "URL",
                description = "An MLflow server, such as http://localhost:5000.")
        private @Nullable URI mlflow;
    }

    @Override
    public void run() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        if (what.runs != null) {
            export(what.runs.folders, what.runs.targets, out);
        }
        if (what.plays != null) {
            Path file = Objects.requireNonNull(what.plays.file);
            long count = PlaysExport.export(Objects.requireNonNull(what.plays.store), file);
            say(out, String.format(Locale.ROOT, "%s has %,d %s", file, count, count == 1 ? "play" : "plays"));
        }
    }

    private void export(List<Path> folders, Targets targets, PrintWriter out) {
        if (targets.parquet) {
            for (Path folder : folders) {
                Path files = folder.resolve(ParquetExport.FOLDER);
                say(
                        out,
                        Files.isDirectory(files)
                                ? files + " is there already; remove it to have it written again"
                                : files + " has " + ParquetExport.export(folder, files) + " files");
            }
        }
        if (targets.mlflow != null) {
            MlflowExport export = new MlflowExport(targets.mlflow);
            for (Path folder : folders) {
                say(out, folder + " is run " + export.export(folder, experiment));
            }
        }
    }

    private static void say(PrintWriter out, String line) {
        out.println(Printable.line(line));
        out.flush();
    }
}
