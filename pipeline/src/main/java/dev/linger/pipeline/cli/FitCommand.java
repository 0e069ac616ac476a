package dev.linger.pipeline.cli;

import dev.linger.data.InputException;
import dev.linger.pipeline.fit.Fit;
import dev.linger.pipeline.fit.FitRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "fit",
        sortOptions = false,
        description =
                "Fits a recommender to all rows of a data set, for use: no row is kept for a test. Choices are made on"
                        + " the last days of the log, or taken from a run.",
        footer = {
            "",
            "A fit that was stopped leaves no model. Started again it takes what steps were finished from the cache."
        })
final class FitCommand implements Runnable {
    @Option(
            names = "--out",
            required = true,
            paramLabel = "MODEL",
            description = "Folder of the model, which must not be there yet. Its log is beside it, MODEL.log.")
    private @Nullable Path out;

    @Option(
            names = "--like",
            paramLabel = "RUN",
            description = "Folder of a run whose configuration and choices are taken: settings of sources, quotas,"
                    + " fallback, rounds, weights. Without it they are made first.")
    private @Nullable Path like;

    @Option(names = "--config", paramLabel = "FILE", description = "Variant, as in run.")
    private @Nullable String config;

    @Mixin
    private FitOptions options = new FitOptions();

    @Override
    public void run() {
        if (like != null) {
            requireNoChoices(config, options.settings(configured()));
        }
        Fit.run(new FitRequest(
                options.request(configured(), options.isQuiet(), true),
                Optional.ofNullable(like),
                Objects.requireNonNull(out)));
    }

    /** What settings go over: the configuration of the run where one is followed, which says the layout of its data too. */
    private @Nullable String configured() {
        Path ofRun = like == null ? null : like.resolve("config.json");
        return ofRun != null && Files.exists(ofRun) ? ofRun.toString() : config;
    }

    /** What is said of the data may differ from the run; what was chosen may not. */
    private static void requireNoChoices(@Nullable String config, List<String> settings) {
        if (config != null) {
            throw new InputException("--like takes the configuration of a run, so --config " + config
                    + " cannot be given beside it; leave one of them out");
        }
        settings.stream()
                .filter(setting -> !setting.startsWith("data"))
                .findFirst()
                .ifPresent(setting -> {
                    throw new InputException("--like takes all settings but those of data from a run, so " + setting
                            + " cannot be given beside it; leave one of them out");
                });
    }
}
