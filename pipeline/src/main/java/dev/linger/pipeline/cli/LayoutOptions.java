package dev.linger.pipeline.cli;

import dev.linger.data.InputException;
import dev.linger.data.layouts.RecognizedLayout;
import dev.linger.pipeline.config.LingerConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what the files of a data set hold, where their names do not. */
final class LayoutOptions {
    /** Where a configuration names the layout. */
    private static final String KEY = "data";

    @Option(
            names = "--map",
            paramLabel = "WHAT=COLUMN",
            description =
                    "Which column of a table of plays is user, item, play, duration, time or title, where its name is not a"
                            + " usual one, or flags, which columns with a comma between them are. Repeatable.")
    private List<String> maps = new ArrayList<>();

    @Option(
            names = "--unit",
            paramLabel = "WHAT=UNIT",
            description = "What play, duration or time is measured in: ms, s, or iso for dates. Repeatable.")
    private List<String> units = new ArrayList<>();

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Sets one value, such as a.b=3, after the variant. Repeatable.")
    private List<String> settings = new ArrayList<>();

    /**
     * The layout that the files have, unless the variant or a setting names one, then what its columns are, then the
     * settings that were given.
     *
     * @param data the file or folder; null for that of demo data
     * @throws dev.linger.data.InputException where the layout is to be told by the files and cannot
     */
    List<String> settings(@Nullable Path data, @Nullable String config) {
        List<String> all = new ArrayList<>();
        if (data != null && Files.exists(data) && !isNamed(config)) {
            RecognizedLayout.unlikeDefault(data).ifPresent(type -> all.add(KEY + ".type=" + type));
        }
        List<String> problems = new ArrayList<>();
        all.addAll(TableOptions.columns(maps, problems));
        List<String> measured = TableOptions.units(units, problems);
        if (!problems.isEmpty()) {
            all.addAll(settings);
            ofTable(data, config, all).ifPresent(problems::add);
            throw new InputException(String.join("\n", problems));
        }
        all.addAll(measured);
        all.addAll(settings);
        return all;
    }

    /** What else is wrong with the table, units apart. */
    private static Optional<String> ofTable(@Nullable Path data, @Nullable String config, List<String> settings) {
        try {
            if (data != null && Files.exists(data)) {
                LingerConfig.resolve(Optional.ofNullable(config), settings)
                        .value()
                        .data()
                        .size(data);
            }
            return Optional.empty();
        } catch (InputException mistake) {
            return Optional.ofNullable(mistake.getMessage());
        }
    }

    private boolean isNamed(@Nullable String config) {
        return settings.stream().anyMatch(setting -> setting.matches(KEY + "(\\.type)?=.*"))
                || !LingerConfig.resolve(Optional.ofNullable(config), List.of()).isDefault(KEY + ".type");
    }
}
