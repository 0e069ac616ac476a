package dev.linger.serving.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.linger.serving.http.ApiException;
import dev.linger.serving.http.Call;
import dev.linger.serving.http.Reply;
import dev.linger.serving.http.Route;
import dev.linger.serving.metrics.ServingMetrics;
import dev.linger.serving.models.ServedModel;
import dev.linger.serving.store.ReceivedPlay;
import dev.linger.serving.store.StoreBusyException;
import dev.linger.serving.store.StoreFailedException;
import dev.linger.serving.store.Stored;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Takes plays. The reply comes when they are durable and every model has learned of them. */
final class PlaysRoute implements Route.Action, AutoCloseable {
    /** So many plays may wait for the disk. */
    private static final int ROOM = 20_000;

    private static final int REPLY_THREADS = 2;

    private final Supplier<Backend> backend;
    private final ServingMetrics metrics;
    private final Semaphore room = new Semaphore(ROOM);

    /** The thread that commits has better things to do than to write replies. */
    private final ExecutorService replies =
            Executors.newFixedThreadPool(REPLY_THREADS, work -> new Thread(work, "plays"));

    PlaysRoute(Supplier<Backend> backend, ServingMetrics metrics) {
        this.backend = backend;
        this.metrics = metrics;
    }

    @Override
    public CompletableFuture<Reply> apply(Call call) {
        Backend ready = backend.get();
        List<ReceivedPlay> plays =
                PlayJson.read(call.body(), ready.clock().at(ready.models().current()));
        if (!room.tryAcquire(plays.size())) {
            throw ApiException.tooBusy();
        }
        long began = System.nanoTime();
        return ready.store()
                .append(plays)
                .whenCompleteAsync((stored, failure) -> room.release(plays.size()), replies)
                .handle((stored, failure) -> {
                    if (failure != null) {
                        throw told(failure);
                    }
                    metrics.stage("store", "", System.nanoTime() - began);
                    return Reply.json(tree(ready.models().current(), plays, stored));
                });
    }

    private static RuntimeException told(Throwable thrown) {
        Throwable failure =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        if (failure instanceof StoreBusyException) {
            return ApiException.tooBusy();
        }
        return failure instanceof StoreFailedException full
                ? new ApiException(503, "not_stored", String.valueOf(full.getMessage()), Map.of("Retry-After", "5"))
                : new CompletionException(failure);
    }

    private ObjectNode tree(ServedModel model, List<ReceivedPlay> plays, List<Stored> stored) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        ArrayNode each = tree.putArray("plays");
        for (int at = 0; at < plays.size(); at++) {
            ReceivedPlay play = plays.get(at);
            String result = word(stored.get(at));
            metrics.play(result);
            ObjectNode one = each.addObject().put("id", play.id()).put("status", result);
            if (stored.get(at) == Stored.CONFLICT) {
                one.put("note", "another play has this id; it stays, and this one is not kept");
            } else {
                model.unknown(play).ifPresent(reason -> one.put("note", reason));
            }
        }
        return tree;
    }

    private static String word(Stored stored) {
        return switch (stored) {
            case NEW -> "stored";
            case DUPLICATE -> "duplicate";
            case CONFLICT -> "conflict";
        };
    }

    @Override
    public void close() {
        replies.shutdown();
    }
}
