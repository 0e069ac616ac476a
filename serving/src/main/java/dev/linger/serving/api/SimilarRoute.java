package dev.linger.serving.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.linger.data.Id;
import dev.linger.data.IdIndex;
import dev.linger.data.RankedList;
import dev.linger.serving.http.ApiException;
import dev.linger.serving.http.Call;
import dev.linger.serving.http.Reply;
import dev.linger.serving.http.Route;
import dev.linger.serving.http.WorkQueue;
import dev.linger.serving.json.IdJson;
import dev.linger.serving.models.ServedModel;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** The videos nearest to one. */
final class SimilarRoute implements Route.Action {
    static final List<String> PARAMETERS = List.of("k");

    private static final int K = 20;
    private static final int MOST_K = 200;

    private final Supplier<Backend> backend;
    private final WorkQueue queue;

    SimilarRoute(Supplier<Backend> backend, WorkQueue queue) {
        this.backend = backend;
        this.queue = queue;
    }

    @Override
    public CompletableFuture<Reply> apply(Call call) {
        ServedModel model = backend.get().models().current();
        Id video = PathIds.of(call, model.tables().items());
        int count = call.count("k", K, MOST_K);
        if (model.tables().items().indexOf(video) == IdIndex.UNKNOWN) {
            throw new ApiException(404, "unknown_video", "the model does not know video " + video);
        }
        String source = model.similaritySource()
                .orElseThrow(() -> new ApiException(
                        404, "no_similarity", "no source of the model compares videos; als and item-knn do"));
        return queue.submit(() -> Reply.json(tree(model, video, source, model.similar(video, count))));
    }

    private static ObjectNode tree(ServedModel model, Id video, String source, RankedList near) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        IdJson.put(tree, "video", video).put("model", model.name()).put("source", source);
        ArrayNode videos = tree.putArray("videos");
        for (int at = 0; at < near.size(); at++) {
            IdJson.put(
                            videos.addObject().put("rank", at + 1),
                            "video",
                            model.tables().items().id(near.items()[at]))
                    .put("score", near.scores()[at]);
        }
        return tree;
    }
}
