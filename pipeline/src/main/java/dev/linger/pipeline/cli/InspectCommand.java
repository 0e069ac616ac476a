package dev.linger.pipeline.cli;

import dev.linger.data.InputException;
import dev.linger.data.Progress;
import dev.linger.data.source.DataInspection;
import dev.linger.data.source.DataSource;
import dev.linger.pipeline.config.LingerConfig;
import dev.linger.pipeline.report.ConsoleFormat;
import dev.linger.pipeline.run.ConsoleProgress;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "inspect",
        sortOptions = false,
        description = "Prints what the files of a data set look like before any cleaning, beside what is published of"
                + " such data: rows, copies, distinct pairs, re-watches, quartiles.")
final class InspectCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            required = true,
            description = "Folder of the data set's files, or one table of plays.")
    private Path data = Path.of("");

    @Mixin
    private LayoutOptions layout = new LayoutOptions();

    @Option(names = "--config", paramLabel = "FILE", description = "Variant that names the layout, as in run.")
    private @Nullable String config;

    @Option(names = "--quiet", description = "Prints the tables, and errors, only.")
    private boolean quiet;

    @Override
    public void run() {
        Progress progress = quiet ? Progress.SILENT : new ConsoleProgress(System.err);
        DataSource source = LingerConfig.resolve(Optional.ofNullable(config), layout.settings(data, config))
                .value()
                .data();
        DataInspection inspection = source.inspect(data, progress)
                .orElseThrow(() -> new InputException("nothing is published of data in the layout " + source
                        + " to put beside the files in " + data));
        PrintWriter printer = Objects.requireNonNull(spec).commandLine().getOut();
        InspectionTables.of(inspection).forEach(table -> {
            printer.println();
            printer.print(new ConsoleFormat().format(table));
        });
        printer.flush();
    }
}
