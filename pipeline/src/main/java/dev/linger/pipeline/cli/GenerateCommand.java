package dev.linger.pipeline.cli;

import dev.linger.data.Progress;
import dev.linger.pipeline.run.ConsoleProgress;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "generate",
        sortOptions = false,
        description = "Writes a generated data set in the layout of the KuaiRec files.")
final class GenerateCommand implements Runnable {
    private final GeneratedData generated;

    @Option(
            names = "--preset",
            paramLabel = "NAME",
            description =
                    "topics: a few plain tastes; demo: every file and trap of the real data" + " (default: demo).")
    private Preset preset = Preset.DEMO;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "New folder for the files.")
    private Path out = Path.of("");

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Seed; the same gives the same files (default: ${DEFAULT-VALUE}).")
    private long seed = GeneratedData.SEED;

    @Option(names = "--quiet", description = "Prints errors only.")
    private boolean quiet;

    GenerateCommand(GeneratedData generated) {
        this.generated = generated;
    }

    @Override
    public void run() {
        Progress progress = quiet ? Progress.SILENT : new ConsoleProgress(System.err);
        generated.writeNew(preset, seed, out, progress);
    }
}
