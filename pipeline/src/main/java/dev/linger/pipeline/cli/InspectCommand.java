package dev.linger.pipeline.cli;

import dev.linger.data.Progress;
import dev.linger.data.source.DataSource;
import dev.linger.data.source.LoadedData;
import dev.linger.pipeline.config.LingerConfig;
import dev.linger.pipeline.experiment.LackingData;
import dev.linger.pipeline.report.ConsoleFormat;
import dev.linger.pipeline.report.ResultTable;
import dev.linger.pipeline.report.tables.DataTables;
import dev.linger.pipeline.run.ConsoleProgress;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
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
        description = "Prints what a data set holds: the files as they are beside what is published of such data, where"
                + " something is, then what cleaning makes of them, and what is missing with what uses it.")
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
        LingerConfig resolved = LingerConfig.resolve(Optional.ofNullable(config), layout.settings(data, config))
                .value();
        DataSource source = resolved.data();
        source.inspect(data, progress).map(InspectionTables::of).ifPresent(this::print);
        LoadedData loaded = source.read(data, resolved.watch(), progress).without(source.unread(data));
        print(DataTables.of(loaded.report()));
        print(List.of(LackingData.of(resolved, loaded.dataset()).table()));
    }

    private void print(List<ResultTable> tables) {
        PrintWriter printer = Objects.requireNonNull(spec).commandLine().getOut();
        tables.forEach(table -> {
            printer.println();
            printer.print(new ConsoleFormat().format(table));
        });
        printer.flush();
    }
}
