package dev.linger.pipeline.cli;

import dev.linger.data.Progress;
import dev.linger.data.Seed;
import dev.linger.pipeline.run.ConsoleProgress;
import dev.linger.simulation.Preset;
import dev.linger.simulation.SyntheticData;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "generate",
        sortOptions = false,
        description = "Writes a generated data set in the layout of the KuaiRec files.")
final class GenerateCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--preset",
            paramLabel = "NAME",
            converter = PresetLabel.class,
            description =
                    "topics: a few plain tastes; demo: every file and trap of the real data; few-levels: ratings from"
                            + " 0.25 to 1.25 by quarters over seven months; decades: 22 years, most users new; capped: no"
                            + " watch ratio above 1; kuairec: its own size and published shape, 12.5 M rows (default:"
                            + " demo).")
    private Preset preset = Preset.DEMO;

    @Option(
            names = "--scale",
            paramLabel = "X",
            description =
                    "For kuairec: X times its rows, .001 to 16. Users and videos grow with the square root of X each,"
                            + " so that the share of pairs that are observed, and with it re-watches and overlaps, stay; rows a user"
                            + " and a video grow with the square root too (default: ${DEFAULT-VALUE}).")
    private double scale = 1;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "New folder for the files.")
    private Path out = Path.of("");

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Seed; the same gives the same files (default: ${DEFAULT-VALUE}).")
    private long seed = DemoData.SEED;

    @Option(names = "--quiet", description = "Prints errors only.")
    private boolean quiet;

    @Override
    public void run() {
        Progress progress = quiet ? Progress.SILENT : new ConsoleProgress(System.err);
        SyntheticData.generate(preset, scale, new Seed(seed), out, progress);
        if (!quiet) {
            Objects.requireNonNull(spec)
                    .commandLine()
                    .getOut()
                    .println("The " + preset.label() + " data is in " + out + "; linger run --data " + out
                            + " takes it");
        }
    }
}
