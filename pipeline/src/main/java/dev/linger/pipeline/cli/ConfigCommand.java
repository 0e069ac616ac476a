package dev.linger.pipeline.cli;

import dev.linger.data.Printable;
import dev.linger.pipeline.config.ConfigReference;
import dev.linger.pipeline.config.LingerConfig;
import dev.linger.pipeline.config.ResolvedConfig;
import dev.linger.pipeline.config.ResolvedValue;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "config",
        synopsisSubcommandLabel = "COMMAND",
        description = "Prints what a run would be configured by, and every key there is.")
final class ConfigCommand implements Runnable {
    /** Columns are as wide as their longest value up to this; a longer value shifts its own line only. */
    private static final int WIDEST = 70;

    @Spec
    private @Nullable CommandSpec spec;

    /** Which configuration. */
    static final class Choice {
        @Option(
                names = "--config",
                paramLabel = "FILE",
                description = "A JSON file, or the name of a packaged one, as in run.")
        private @Nullable String config;

        @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Sets one value, as in run. Repeatable.")
        private List<String> settings = new ArrayList<>();

        ResolvedConfig<LingerConfig> resolve() {
            return LingerConfig.resolve(Optional.ofNullable(config), settings);
        }
    }

    /** Which blocks. */
    static final class Blocks {
        @Parameters(
                arity = "0..*",
                paramLabel = "BLOCK",
                description = "Path of a block, such as candidates, or ranker:linear for one of its types.")
        private List<String> names = new ArrayList<>();
    }

    @Override
    public void run() {
        Objects.requireNonNull(spec).commandLine().usage(out());
    }

    @Command(
            name = "explain",
            sortOptions = false,
            description = "Prints every value, the file and line or setting that gave it, and what it means.")
    void explain(@Mixin Choice choice) {
        List<ResolvedValue> values = choice.resolve().values();
        Function<ResolvedValue, String> assignment = value -> value.path() + " = " + value.value();
        int width = width(values, assignment);
        int originWidth = width(values, ResolvedValue::origin);
        values.forEach(value -> out().println(Printable.line((padded(assignment.apply(value), width) + "  # "
                        + padded(value.origin(), originWidth) + "  " + value.meaning())
                .stripTrailing())));
    }

    @Command(name = "show", sortOptions = false, description = "Prints the whole configuration as a JSON file.")
    void show(@Mixin Choice choice) {
        out().print(Printable.text(choice.resolve().json()));
        out().flush();
    }

    @Command(
            name = "reference",
            sortOptions = false,
            description = "Prints the keys of each block, with defaults and meanings, as tables in Markdown.")
    void reference(@Mixin Blocks wanted) {
        ConfigReference reference = new ConfigReference(LingerConfig.class, LingerConfig.types());
        for (String block : wanted.names.isEmpty() ? reference.blocks() : wanted.names) {
            out().print("\n### " + block + "\n\n" + reference.table(block));
        }
        out().flush();
    }

    private static int width(List<ResolvedValue> values, Function<ResolvedValue, String> column) {
        return values.stream()
                .mapToInt(value -> column.apply(value).length())
                .filter(length -> length <= WIDEST)
                .max()
                .orElse(0);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private PrintWriter out() {
        CommandLine commandLine = Objects.requireNonNull(spec).commandLine();
        return commandLine.getOut();
    }
}
