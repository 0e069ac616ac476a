package dev.linger.pipeline.cli;

import dev.linger.data.Printable;
import dev.linger.pipeline.export.MlflowExport;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "export",
        sortOptions = false,
        description = "Hands the figures and keys of finished runs to a tracker of experiments.")
final class ExportCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "RUN_FOLDER", description = "Folders of finished runs.")
    private List<Path> folders = new ArrayList<>();

    @Option(
            names = "--mlflow",
            paramLabel = "URL",
            required = true,
            description = "An MLflow server, such as http://localhost:5000.")
    private URI mlflow = URI.create("");

    @Option(
            names = "--experiment",
            paramLabel = "NAME",
            description = "Experiment that gets the runs; made where there is none (default: ${DEFAULT-VALUE}).")
    private String experiment = "linger";

    @Override
    public void run() {
        MlflowExport export = new MlflowExport(mlflow);
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        for (Path folder : folders) {
            out.println(Printable.line(folder + " is run " + export.export(folder, experiment)));
            out.flush();
        }
    }
}
