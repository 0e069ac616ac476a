package dev.linger.serving.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.linger.data.Id;
import dev.linger.data.SideTables;
import dev.linger.recommender.answer.UserAnswer;
import dev.linger.recommender.filter.Blocks;
import dev.linger.recommender.live.LiveRequest;
import dev.linger.recommender.live.StageTimes;
import dev.linger.serving.http.Call;
import dev.linger.serving.http.Reply;
import dev.linger.serving.http.Route;
import dev.linger.serving.http.WorkQueue;
import dev.linger.serving.impressions.Impression;
import dev.linger.serving.json.AnswerJson;
import dev.linger.serving.metrics.ServingMetrics;
import dev.linger.serving.models.ModelClock;
import dev.linger.serving.models.Variant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** The list of a user. One that has waited too long for a thread is not ranked, which says so. */
final class RecommendationsRoute implements Route.Action {
    static final List<String> PARAMETERS = List.of("k", "exclude", "blockCreators", "blockTags", "why");

    private static final int K = 20;
    private static final int MOST_K = 200;
    private static final int MOST_EXCLUDED = 1_000;

    private final Supplier<Backend> backend;
    private final WorkQueue queue;
    private final long degradeNanos;
    private final Shadow shadow;
    private final ServingMetrics metrics;

    RecommendationsRoute(
            Supplier<Backend> backend, WorkQueue queue, long degradeNanos, Shadow shadow, ServingMetrics metrics) {
        this.backend = backend;
        this.queue = queue;
        this.degradeNanos = degradeNanos;
        this.shadow = shadow;
        this.metrics = metrics;
    }

    @Override
    public CompletableFuture<Reply> apply(Call call) {
        Backend ready = backend.get();
        SideTables tables = ready.models().current().tables();
        Id user = PathIds.of(call, tables.users());
        int count = call.count("k", K, MOST_K);
        Set<Id> exclude = PathIds.all(call, "exclude", MOST_EXCLUDED, tables.items());
        Blocks ofRequest = new Blocks(
                Set.copyOf(call.texts("blockCreators", MOST_EXCLUDED)),
                Set.copyOf(call.ids("blockTags", MOST_EXCLUDED)));
        boolean why = call.isOn("why");
        return queue.submit(() -> {
            long began = System.nanoTime();
            metrics.stage("queue", "", began - call.arrivedNanos());
            Variant variant = ready.models().of(user);
            LiveRequest request = new LiveRequest(
                    user,
                    ready.clock().at(variant.model()),
                    count,
                    exclude,
                    ready.models().blocks().of(user).and(ofRequest),
                    why,
                    ready.newVideos(variant.model()));
            boolean isDegraded = began - call.arrivedNanos() > degradeNanos;
            return served(ready, variant, request, isDegraded);
        });
    }

    private Reply served(Backend ready, Variant variant, LiveRequest request, boolean isDegraded) {
        String model = variant.model().name();
        StageTimes times = metrics.stages(model);
        long began = System.nanoTime();
        UserAnswer answer = isDegraded
                ? variant.model().retrieved(request, times)
                : variant.model().answer(request, times);
        long answered = System.nanoTime();
        metrics.stage("answer", model, answered - began);
        metrics.served(model, variant.name(), isDegraded, answer);
        Impression impression = new Impression(
                request.atMillis(),
                UUID.randomUUID().toString(),
                model,
                variant.name(),
                variant.share(),
                true,
                isDegraded,
                request.exclude(),
                request.blocks(),
                answer);
        ready.impressions().add(impression);
        shadow.offer(ready, request, impression);
        Reply reply = Reply.json(tree(variant, impression));
        metrics.stage("json", "", System.nanoTime() - answered);
        return reply;
    }

    private static ObjectNode tree(Variant variant, Impression impression) {
        ObjectNode tree = AnswerJson.of(impression.answer(), ModelClock.text(variant.model(), impression.atMillis()));
        tree.put("request", impression.request());
        tree.put("model", impression.model());
        tree.put("variant", impression.variant());
        tree.put("degraded", impression.isDegraded());
        return tree;
    }
}
