package dev.linger.serving.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.linger.serving.http.Call;
import dev.linger.serving.http.Reply;
import dev.linger.serving.http.Route;
import dev.linger.serving.metrics.ServingMetrics;
import dev.linger.serving.models.ServedModel;
import dev.linger.serving.store.ReceivedPlay;
import dev.linger.serving.store.Stored;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Takes plays. The reply comes when they are durable and every model has learned of them. */
final class PlaysRoute implements Route.Action, AutoCloseable {
    private static final int REPLY_THREADS = 2;

    private final Supplier<Backend> backend;
    private final StoreFailures failures;
    private final ServingMetrics metrics;

    /** Replies are written by other threads, so that commits do not wait for them. */
    private final ExecutorService replies =
            Executors.newFixedThreadPool(REPLY_THREADS, work -> new Thread(work, "plays"));

    PlaysRoute(Supplier<Backend> backend, ServingMetrics metrics, StoreFailures failures) {
        this.backend = backend;
        this.metrics = metrics;
        this.failures = failures;
    }

    @Override
    public CompletableFuture<Reply> apply(Call call) {
        Backend ready = backend.get();
        ServedModel model = ready.models().current();
        List<ReceivedPlay> plays =
                PlayJson.read(call.body(), model.tables(), ready.clock().at(model));
        long began = System.nanoTime();
        return ready.store()
                .append(plays)
                .handleAsync(
                        (stored, failure) -> {
                            if (failure != null) {
                                throw failures.told(failure);
                            }
                            failures.none();
                            metrics.stage("store", "", System.nanoTime() - began);
                            return Reply.json(tree(ready.models().current(), plays, stored));
                        },
                        replies);
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
