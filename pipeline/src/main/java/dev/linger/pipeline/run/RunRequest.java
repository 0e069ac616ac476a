package dev.linger.pipeline.run;

import dev.linger.data.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the command {@code run} asks for.
 *
 * @param data gives the folder of the data set's files, and generates demo data first where none was named: ask after
 *     the configuration is checked
 * @param config path of a variant, or name of a packaged one; empty for the defaults alone
 * @param settings {@code a.b=3} each, in order; {@code --seed} is the last of them
 * @param out the folder of all runs
 * @param threads at least 1
 * @param snapshots folder in which data sets are kept as they were read; empty where none is to be read or kept
 * @param cache folder in which the values of steps are kept for other runs; empty where none is to be read or kept
 * @param quiet nothing but errors is printed
 * @param ignoreEstimate it starts even where its estimate says that the heap is too small
 * @param oneScreen what is printed fits on one screen; the tables are written, not printed
 * @param progress where long steps tell how far they are, silent where quiet
 * @param commandLine the arguments as they were given
 */
public record RunRequest(
        Supplier<Path> data,
        Optional<String> config,
        List<String> settings,
        Path out,
        int threads,
        Optional<Path> snapshots,
        Optional<Path> cache,
        boolean ignoreEstimate,
        boolean quiet,
        boolean oneScreen,
        Progress progress,
        List<String> commandLine) {
    public RunRequest {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be >= 1 but was " + threads);
        }
        settings = List.copyOf(settings);
        commandLine = List.copyOf(commandLine);
    }

    /** The same on other data, silent. */
    public RunRequest on(Path otherData) {
        return new RunRequest(
                () -> otherData,
                config,
                settings,
                out,
                threads,
                snapshots,
                cache,
                ignoreEstimate,
                true,
                true,
                progress,
                commandLine);
    }

    /** The same for another configuration, of which nothing is printed. */
    public RunRequest as(Optional<String> otherConfig, List<String> otherSettings) {
        return new RunRequest(
                data,
                otherConfig,
                otherSettings,
                out,
                threads,
                snapshots,
                cache,
                ignoreEstimate,
                true,
                true,
                progress,
                commandLine);
    }
}
