package dev.linger.pipeline.cli;

import dev.linger.data.Progress;
import dev.linger.data.Seed;
import dev.linger.data.synthetic.Preset;
import dev.linger.data.synthetic.SyntheticData;
import dev.linger.pipeline.run.ConsoleProgress;
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
                    "topics: a few plain tastes; demo: every file and trap of the real data" + " (default: demo).")
    private Preset preset = Preset.DEMO;

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
        SyntheticData.generate(preset, new Seed(seed), out, quiet ? Progress.SILENT : new ConsoleProgress(System.err));
        if (!quiet) {
            Objects.requireNonNull(spec)
                    .commandLine()
                    .getOut()
                    .println("The " + PresetLabel.of(preset) + " data is in " + out + "; linger run --data " + out
                            + " takes it");
        }
    }
}
