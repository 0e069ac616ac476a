package dev.linger.serving;

import dev.linger.serving.api.Api;
import dev.linger.serving.api.Backend;
import dev.linger.serving.http.ApiKeys;
import dev.linger.serving.http.HttpServer;
import dev.linger.serving.http.RequestLog;
import dev.linger.serving.http.WorkQueue;
import dev.linger.serving.impressions.ImpressionLog;
import dev.linger.serving.metrics.ServingMetrics;
import dev.linger.serving.models.ModelClock;
import dev.linger.serving.models.Models;
import dev.linger.serving.models.SecondModel;
import dev.linger.serving.models.ServedModel;
import dev.linger.serving.models.Snapshots;
import dev.linger.serving.store.PlayStore;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** A server: a model behind a socket, and the plays that it has learned of since it was fitted. */
public final class Serving implements AutoCloseable {
    private static final String IMPRESSIONS = "impressions";
    private static final String SNAPSHOTS = "snapshots";

    private final HttpServer http;
    private final Models models;

    /** What was opened, the last of it first. */
    private final Deque<AutoCloseable> opened;

    private Serving(HttpServer http, Models models, Deque<AutoCloseable> opened) {
        this.http = http;
        this.models = models;
        this.opened = opened;
    }

    /**
     * Starts a server: it listens at once, and answers when its models are loaded, know all plays and are warm, which is when
     * this returns.
     *
     * @param stores opens the store of a folder
     * @param failed told what failed that should not have, and where
     * @throws dev.linger.data.InputException where the address, a model or the folder of plays cannot be used
     */
    public static Serving start(
            ServingConfig config, Function<Path, PlayStore> stores, BiConsumer<String, Throwable> failed) {
        Deque<AutoCloseable> opened = new ArrayDeque<>();
        try {
            return start(config, stores, failed, opened);
        } catch (RuntimeException | Error failure) {
            closeAll(opened, failure);
            throw failure;
        }
    }

    private static Serving start(
            ServingConfig config,
            Function<Path, PlayStore> stores,
            BiConsumer<String, Throwable> failed,
            Deque<AutoCloseable> opened) {
        ApiKeys keys = config.keys().map(ApiKeys::read).orElseGet(ApiKeys::none);
        ServingMetrics metrics = new ServingMetrics();
        PlayStore store = opened(opened, stores.apply(config.data()));
        Snapshots snapshots =
                opened(opened, new Snapshots(config.data().resolve(SNAPSHOTS), store, config.snapshotEvery(), failed));
        ImpressionLog impressions = opened(
                opened,
                ImpressionLog.open(
                        config.data().resolve(IMPRESSIONS), failure -> failed.accept("impressions", failure)));
        WorkQueue queue = opened(opened, new WorkQueue(config.threads(), config.queue()));
        Api api =
                opened(opened, new Api(queue, TimeUnit.MILLISECONDS.toNanos(config.degradeMillis()), metrics, failed));
        HttpServer http = opened(
                opened, HttpServer.start(config.host(), config.port(), api.routes(), keys, log(metrics, failed)));
        ServedModel current = snapshots.load(config.model());
        Optional<SecondModel> beside =
                config.beside().map(second -> new SecondModel(snapshots.load(second.model()), second.share()));
        Models models = new Models(
                store,
                snapshots,
                current,
                beside,
                (model, what) -> metrics.observed(model.name(), what.name().toLowerCase(Locale.ROOT)));
        ModelClock clock = config.clock() == ServingConfig.ClockMode.LOG
                ? ModelClock.startingAt(Math.max(current.asOfMillis(), models.latestMillis()))
                : ModelClock.OF_MACHINE;
        measure(metrics, queue, models, impressions);
        metrics.gauge(
                "linger_store_failing",
                "1 where plays cannot be kept at the moment.",
                () -> store.problem().isPresent() ? 1 : 0);
        metrics.gauge(
                "linger_plays_in_snapshot", "Plays in the store that a start need not learn of.", snapshots::plays);
        api.ready(new Backend(models, clock, store, impressions, config.newVideosEvery()));
        return new Serving(http, models, opened);
    }

    private static <T extends AutoCloseable> T opened(Deque<AutoCloseable> opened, T one) {
        opened.push(one);
        return one;
    }

    private static void measure(ServingMetrics metrics, WorkQueue queue, Models models, ImpressionLog impressions) {
        metrics.gauge("linger_queue_waiting", "Requests that wait for a thread.", queue::waiting);
        metrics.gauge("linger_queue_room", "Requests that may wait.", queue::room);
        metrics.gauge("linger_plays_known", "Plays in the store that the models have been given.", models::position);
        metrics.gauge("linger_users", "Users of the serving model.", () -> models.current()
                .tables()
                .userCount());
        metrics.gauge("linger_videos", "Videos of the serving model.", () -> models.current()
                .tables()
                .itemCount());
        metrics.gauge("linger_heap_used_bytes", "Heap in use, with what is not collected yet.", () -> {
            Runtime runtime = Runtime.getRuntime();
            return runtime.totalMemory() - runtime.freeMemory();
        });
        metrics.counter("linger_impressions_written", "Impressions in the files.", impressions::written);
        metrics.counter(
                "linger_impressions_left_out", "Impressions that the files had no time for.", impressions::leftOut);
    }

    private static RequestLog log(ServingMetrics metrics, BiConsumer<String, Throwable> failed) {
        return new RequestLog() {
            @Override
            public void replied(String template, int status, long nanos) {
                metrics.request(template, status, nanos);
            }

            @Override
            public void failed(String template, Throwable failure) {
                failed.accept(template, failure);
            }
        };
    }

    /** The port it listens on. */
    public int port() {
        return http.port();
    }

    /** The model that serves. */
    public ServedModel model() {
        return models.current();
    }

    /** How many plays of the store it knows. */
    public long plays() {
        return models.position();
    }

    /** Takes no more requests, answers those it has, keeps their plays, and lets go of everything. */
    @Override
    public void close() {
        IllegalStateException failure = new IllegalStateException("the server does not stop");
        closeAll(opened, failure);
        if (failure.getSuppressed().length > 0) {
            throw failure;
        }
    }

    private static void closeAll(Deque<AutoCloseable> opened, Throwable because) {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception failure) {
                because.addSuppressed(failure);
            }
        }
    }
}
