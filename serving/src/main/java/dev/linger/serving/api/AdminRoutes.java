package dev.linger.serving.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.linger.data.InputException;
import dev.linger.data.Workers;
import dev.linger.serving.http.ApiException;
import dev.linger.serving.http.Call;
import dev.linger.serving.http.Reply;
import dev.linger.serving.json.AnswerJson;
import dev.linger.serving.json.StrictTree;
import dev.linger.serving.metrics.FeatureWindow;
import dev.linger.serving.metrics.ServingMetrics;
import dev.linger.serving.models.ModelClock;
import dev.linger.serving.models.Models;
import dev.linger.serving.models.ServedModel;
import dev.linger.serving.models.WarmUp;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Changes the model that serves, one change at a time. */
final class AdminRoutes implements AutoCloseable {
    private final Supplier<Backend> backend;
    private final ServingMetrics metrics;
    private final AtomicBoolean isChanging = new AtomicBoolean();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> new Thread(work, "models"));

    AdminRoutes(Supplier<Backend> backend, ServingMetrics metrics) {
        this.backend = backend;
        this.metrics = metrics;
    }

    CompletableFuture<Reply> model(Call call) {
        Backend ready = backend.get();
        Path folder = folder(StrictTree.read(call.body()));
        return change(() -> {
            ServedModel next = ready.models().load(folder);
            ready.models().replace(next, model -> warmUp(model, ready.clock(), Workers.ofCaller(), metrics));
            return slots(ready.models());
        });
    }

    private static Path folder(JsonNode body) {
        ObjectNode request = StrictTree.object(body, "$", List.of("model"));
        JsonNode model = request.get("model");
        if (model == null || !model.isTextual()) {
            throw new InputException("$.model must be the path of a model's folder");
        }
        try {
            return Path.of(model.textValue());
        } catch (InvalidPathException mistake) {
            throw new InputException("$.model is no path: " + mistake.getReason(), mistake);
        }
    }

    CompletableFuture<Reply> rollBack(Call call) {
        Backend ready = backend.get();
        StrictTree.object(StrictTree.read(call.body()), "$", List.of());
        return change(() -> {
            if (!ready.models().rollBack()) {
                throw new ApiException(409, "no_previous_model", "no model has served before this one");
            }
            return slots(ready.models());
        });
    }

    private CompletableFuture<Reply> change(Supplier<ObjectNode> work) {
        if (!isChanging.compareAndSet(false, true)) {
            throw new ApiException(409, "model_is_changing", "another model is being loaded; wait for its reply");
        }
        return CompletableFuture.supplyAsync(() -> Reply.json(work.get()), thread)
                .whenComplete((reply, failure) -> isChanging.set(false));
    }

    /** Asks a model what it will be asked, and notes its scores and columns. */
    static void warmUp(ServedModel model, ModelClock clock, Workers workers, ServingMetrics metrics) {
        WarmUp warmUp = WarmUp.of(model, clock.at(model), workers, answer -> Reply.json(AnswerJson.of(answer, "")));
        model.window().ifPresent(FeatureWindow::warmedUp);
        metrics.warmUp(model.name(), warmUp.mean());
        warmUp.quantiles().forEach(at -> metrics.warmUp(model.name(), at.share(), at.value()));
    }

    /** Which models are loaded. */
    static ObjectNode slots(Models models) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        models.names().forEach(tree::put);
        return tree;
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
