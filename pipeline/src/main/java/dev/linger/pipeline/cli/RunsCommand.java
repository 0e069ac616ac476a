package dev.linger.pipeline.cli;

import dev.linger.pipeline.comparison.RunsListing;
import dev.linger.pipeline.report.ConsoleFormat;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "runs", sortOptions = false, description = "Lists the finished runs with the figures to read first.")
final class RunsCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--out", paramLabel = "DIR", description = "Folder of all runs (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("runs");

    @Override
    public void run() {
        PrintWriter printer = Objects.requireNonNull(spec).commandLine().getOut();
        printer.print(new ConsoleFormat().format(RunsListing.of(out)));
        printer.flush();
    }
}
