package dev.linger.serving.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.linger.data.IdIndex;
import dev.linger.recommender.live.LiveVideo;
import dev.linger.serving.http.Call;
import dev.linger.serving.http.Reply;
import dev.linger.serving.http.Route;
import dev.linger.serving.http.WorkQueue;
import dev.linger.serving.json.IdJson;
import dev.linger.serving.models.ServedModel;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Takes videos that were uploaded, changed or withdrawn. The reply comes when they are durable and every model knows them. */
final class VideosRoute implements Route.Action {
    private final Supplier<Backend> backend;
    private final WorkQueue queue;
    private final StoreFailures failures;

    VideosRoute(Supplier<Backend> backend, WorkQueue queue, StoreFailures failures) {
        this.backend = backend;
        this.queue = queue;
        this.failures = failures;
    }

    @Override
    public CompletableFuture<Reply> apply(Call call) {
        Backend ready = backend.get();
        List<LiveVideo> videos =
                VideoJson.read(call.body(), ready.models().current().tables().items());
        return queue.submit(() -> {
            try {
                ready.models().upload(videos);
            } catch (RuntimeException failure) {
                throw failures.told(failure);
            }
            failures.none();
            return Reply.json(tree(ready.models().current(), videos));
        });
    }

    private static ObjectNode tree(ServedModel model, List<LiveVideo> videos) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        ArrayNode each = tree.putArray("videos");
        for (LiveVideo video : videos) {
            boolean known = model.tables().items().indexOf(video.id()) != IdIndex.UNKNOWN;
            ObjectNode one = IdJson.put(each.addObject(), "video", video.id())
                    .put("status", video.withdrawn() ? "withdrawn" : known ? "known" : "new");
            model.unknown(video).ifPresent(note -> one.put("note", note));
        }
        return tree;
    }
}
