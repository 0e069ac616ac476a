package dev.linger.pipeline.experiment;

import dev.linger.data.InputException;
import dev.linger.data.Seed;
import dev.linger.data.Workers;
import dev.linger.data.source.LoadedData;
import dev.linger.pipeline.cache.CacheFolder;
import dev.linger.pipeline.config.LingerConfig;
import dev.linger.pipeline.config.ResolvedConfig;
import dev.linger.pipeline.run.Machine;
import dev.linger.pipeline.run.RunContext;
import dev.linger.pipeline.run.RunEstimate;
import dev.linger.pipeline.run.RunFolder;
import dev.linger.pipeline.run.RunLog;
import dev.linger.pipeline.run.RunRequest;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What a command that runs works with, from its first line of log to the last.
 *
 * @param request what was asked for
 * @param resolved its configuration
 * @param data folder of the data set's files
 * @param estimate what all of it will need
 * @param run seed, workers and progress
 * @param report where results go, with the folder and the log
 */
public record Session(
        RunRequest request,
        ResolvedConfig<LingerConfig> resolved,
        Path data,
        RunEstimate estimate,
        RunContext run,
        RunReport report)
        implements AutoCloseable {
    /**
     * Makes the folder and starts workers and log, which begins with what all of it will need.
     *
     * @param name of the folder, after the time
     * @param passes how many times the work of a run is done, at most
     * @throws InputException where the heap is too small for it, unless the request ignores that
     */
    public static Session open(
            RunRequest request, ResolvedConfig<LingerConfig> resolved, Path data, String name, int passes) {
        RunEstimate estimate = RunEstimate.of(resolved.value().data().size(data), resolved.value(), request.threads())
                .times(passes);
        if (!request.ignoreEstimate()) {
            estimate.requireRoom();
        }
        resolved.value().ranker().requireTrainable();
        Instant started = Instant.now();
        RunFolder folder = RunFolder.create(request.out(), started, name);
        Consumer<String> console = request.quiet() ? line -> {} : System.out::println;
        RunLog log = new RunLog(folder, console, request.oneScreen());
        folder.removed().forEach(left -> log.say("removed what a run left that was killed: " + left));
        log.say(Machine.current().kernelsLine());
        log.say(estimate.lineOf(passes));
        RunContext run =
                new RunContext(new Seed(resolved.value().seed()), new Workers(request.threads()), request.progress());
        return new Session(request, resolved, data, estimate, run, new RunReport(folder, log, started));
    }

    public LingerConfig config() {
        return resolved.value();
    }

    public RunLog log() {
        return report.log();
    }

    /** The folder that everything is written to. */
    public Path folder() {
        return report.folder().path();
    }

    /** The first stage. */
    public LoadedData load() {
        return begin(() -> loading().load());
    }

    /** A stage before anything has been found: where it refuses the data or the configuration, no folder is left. */
    public <T> T begin(Supplier<T> stage) {
        try {
            return stage.get();
        } catch (InputException mistake) {
            log().close();
            report.folder().discard();
            throw mistake;
        }
    }

    /** What the stages after {@link #load} work with: the values of steps too that runs on the same data have kept. */
    public RunContext runOn(LoadedData loaded) {
        return run.with(loading().cache(loaded));
    }

    private Loading loading() {
        return new Loading(request, config(), data, log());
    }

    /** Writes the configuration and the manifest. */
    public void record(LoadedData loaded) {
        report.records(request, resolved, data, loaded.report());
    }

    @Override
    public void close() {
        request.cache().ifPresent(folder -> CacheFolder.prune(folder, CacheFolder.MOST_BYTES));
        run.workers().close();
        log().close();
        report.folder().close();
    }
}
