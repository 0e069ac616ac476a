package dev.linger.pipeline.cli;

import dev.linger.data.Progress;
import dev.linger.data.inspect.DataInspection;
import dev.linger.pipeline.report.ConsoleFormat;
import dev.linger.pipeline.run.ConsoleProgress;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "inspect",
        sortOptions = false,
        description = "Prints what the files of a data set look like as they stand, before any cleaning, beside what is"
                + " published of KuaiRec: rows, copies, distinct pairs, re-watches, quartiles.")
final class InspectCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            required = true,
            description = "Folder of the files, in the layout of KuaiRec's.")
    private Path data = Path.of("");

    @Option(names = "--quiet", description = "Prints the tables, and errors, only.")
    private boolean quiet;

    @Override
    public void run() {
        Progress progress = quiet ? Progress.SILENT : new ConsoleProgress(System.err);
        DataInspection inspection = DataInspection.of(data, progress);
        PrintWriter printer = Objects.requireNonNull(spec).commandLine().getOut();
        InspectionTables.of(inspection).forEach(table -> {
            printer.println();
            printer.print(new ConsoleFormat().format(table));
        });
        printer.flush();
    }
}
