package dev.linger.pipeline.cli;

import dev.linger.data.InputException;
import dev.linger.data.Printable;
import dev.linger.pipeline.comparison.DocumentTables;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "docs-tables",
        hidden = true,
        sortOptions = false,
        description =
                "Fills the tables of Linger's own documents from run folders: what stands between"
                        + " \"<!-- table: RUN TABLE -->\" and \"<!-- end -->\". Tables of runs that are not there stay as they are.")
final class DocsTablesCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Markdown documents, rewritten in place.")
    private List<Path> documents = List.of();

    @Option(names = "--runs", paramLabel = "DIR", description = "Folder of all runs (default: ${DEFAULT-VALUE}).")
    private Path runs = Path.of("runs");

    @Override
    public void run() {
        PrintWriter printer = Objects.requireNonNull(spec).commandLine().getOut();
        DocumentTables tables = new DocumentTables(runs);
        for (Path document : documents) {
            try {
                String before = Files.readString(document);
                DocumentTables.Filled filled = tables.fill(before);
                Files.writeString(document, filled.text());
                printer.println(document + (filled.text().equals(before) ? ": unchanged" : ": rewritten"));
                filled.missing()
                        .forEach(run -> printer.println(Printable.line("  no finished run " + runs.resolve(run))));
            } catch (IOException failure) {
                throw new InputException(document + " cannot be rewritten (" + failure + ")", failure);
            }
        }
        printer.flush();
    }
}
