package dev.linger.pipeline.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "ablate",
        sortOptions = false,
        description = "Runs without each feature group and without each source of candidates but the first, and prints"
                + " what each brought.")
final class AblateCommand implements Runnable {
    private final AblateAction action;

    @Option(names = "--config", paramLabel = "FILE", description = "Variant, as in run.")
    private @Nullable String config;

    @Option(
            names = "--only",
            paramLabel = "NAME",
            split = ",",
            description = "Feature groups and sources to leave out, such as user-history,item-knn; without it, each.")
    private List<String> only = new ArrayList<>();

    @Mixin
    private RunOptions options = new RunOptions();

    AblateCommand(AblateAction action) {
        this.action = action;
    }

    @Override
    public void run() {
        action.run(options.request(config, options.isQuiet(), false), only);
    }
}
