package dev.linger.pipeline.cli;

import dev.linger.data.InputException;
import dev.linger.data.Printable;
import dev.linger.serving.Serving;
import dev.linger.serving.ServingConfig;
import dev.linger.serving.store.SqlitePlayStore;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "serve",
        sortOptions = false,
        description = "Serves a fitted model over HTTP: lists, plays as they happen, a page to try it.",
        footer = {
            "",
            "It goes on until it is told to stop: Ctrl-C, or kill. Requests that are under way are answered first."
        })
final class ServeCommand implements Runnable {
    private static final double DEFAULT_SHARE = 0.1;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--model", required = true, paramLabel = "MODEL", description = "Folder that linger fit made.")
    private @Nullable Path model;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Port; 0 for any that is free (default: ${DEFAULT-VALUE}).")
    private int port = 8080;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "Address to listen on; one that is not this machine alone needs --keys (default:"
                    + " ${DEFAULT-VALUE}).")
    private String host = "127.0.0.1";

    @Option(
            names = "--keys",
            paramLabel = "FILE",
            description = "File with a key in each line; a client must show one: Authorization: Bearer KEY.")
    private @Nullable Path keys;

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "Folder in which plays and impressions are kept (default: beside the model, MODEL.plays).")
    private @Nullable Path data;

    @Option(
            names = "--clock",
            paramLabel = "CLOCK",
            description = "now, or log for a clock that starts at the end of the model's plays: for logs of the past"
                    + " (default: now).")
    private String clock = "now";

    @Option(
            names = "--candidate",
            paramLabel = "MODEL2",
            description = "A second model, which answers --share of the users.")
    private @Nullable Path candidate;

    @Option(
            names = "--share",
            paramLabel = "X",
            description = "The share of users whom the candidate answers, above 0 and below 1 (default: 0.1).")
    private @Nullable Double share;

    @Option(
            names = "--shadow",
            paramLabel = "MODEL2",
            description = "A second model, which is asked what the first is asked and answers nobody.")
    private @Nullable Path shadow;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads that make lists (default: all, ${DEFAULT-VALUE}).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--queue",
            paramLabel = "N",
            description = "Requests that may wait for a thread; more are refused (default: ${DEFAULT-VALUE}).")
    private int queue = 256;

    @Option(
            names = "--degrade-after",
            paramLabel = "MS",
            description = "A request that has waited longer for a thread gets the order of retrieval, and is told so"
                    + " (default: ${DEFAULT-VALUE}).")
    private int degradeMillis = 100;

    @Option(
            names = "--new-videos-every",
            paramLabel = "N",
            description = "One of N places of each list is that of a video that was uploaded since the fit; 0 for none"
                    + " (default: newVideos.every of the model).")
    private @Nullable Integer newVideosEvery;

    @Option(
            names = "--snapshot-every",
            paramLabel = "N",
            description = "After N plays what was learned of them is written beside them, and a start goes on from"
                    + " there; 0 for never (default: ${DEFAULT-VALUE}).")
    private int snapshotEvery = 500_000;

    @Override
    public void run() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> failed(err, thread.getName(), failure));
        Serving serving =
                Serving.start(config(), SqlitePlayStore::open, (where, failure) -> failed(err, where, failure));
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            serving.close();
            stopped.countDown();
        }));
        out.println(startLine(serving));
        out.flush();
        try {
            stopped.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            serving.close();
        }
    }

    /** Without memory it could neither answer nor stop, and would keep its port: it ends at once, so that it can be started again. */
    private static void failed(PrintWriter err, String where, Throwable failure) {
        if (failure instanceof OutOfMemoryError) {
            err.println("linger: out of memory; give the server more, as in java -Xmx8g -jar linger.jar serve."
                    + " Plays that were acknowledged are kept");
            err.flush();
            Runtime.getRuntime().halt(ExitCode.SOFTWARE);
        }
        err.println(
                failure instanceof InputException told
                        ? "linger: " + told.getMessage()
                        : "linger: " + where + " failed: " + Printable.trace(failure));
        err.flush();
    }

    private String startLine(Serving serving) {
        return String.format(
                Locale.ROOT,
                "http://%s:%d serves %s: %,d users, %,d videos, %,d %s in the store; Ctrl-C stops it",
                host.contains(":") ? "[" + host + "]" : host,
                serving.port(),
                serving.model().name(),
                serving.model().tables().userCount(),
                serving.model().tables().itemCount(),
                serving.plays(),
                serving.plays() == 1 ? "play" : "plays");
    }

    private ServingConfig config() {
        Path folder = Objects.requireNonNull(model).toAbsolutePath().normalize();
        return new ServingConfig(
                folder,
                second(),
                host,
                port,
                Optional.ofNullable(keys),
                data == null ? folder.resolveSibling(folder.getFileName() + ".plays") : data,
                threads,
                queue,
                degradeMillis,
                clockMode(),
                newVideosEvery == null ? OptionalInt.empty() : OptionalInt.of(newVideosEvery),
                snapshotEvery);
    }

    private Optional<ServingConfig.Second> second() {
        if (candidate != null && shadow != null) {
            throw new InputException("--candidate and --shadow are both a second model; give one of them");
        }
        if (share != null && candidate == null) {
            throw new InputException("--share is of --candidate MODEL2, which is not given");
        }
        if (candidate != null) {
            double given = share == null ? DEFAULT_SHARE : share;
            if (!(given > 0 && given < 1)) {
                throw new InputException("--share must be above 0 and below 1 but is " + given);
            }
            return Optional.of(new ServingConfig.Second(candidate, given));
        }
        return Optional.ofNullable(shadow).map(folder -> new ServingConfig.Second(folder, 0));
    }

    private ServingConfig.ClockMode clockMode() {
        return switch (clock) {
            case "now" -> ServingConfig.ClockMode.NOW;
            case "log" -> ServingConfig.ClockMode.LOG;
            default -> throw new InputException("--clock must be now or log but is " + clock);
        };
    }
}
