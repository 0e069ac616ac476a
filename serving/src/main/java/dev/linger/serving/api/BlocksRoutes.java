package dev.linger.serving.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.linger.data.Id;
import dev.linger.recommender.filter.Blocks;
import dev.linger.serving.http.Call;
import dev.linger.serving.http.Reply;
import dev.linger.serving.http.WorkQueue;
import dev.linger.serving.json.IdJson;
import dev.linger.serving.store.BlockChange;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Takes what users block, and tells it. The reply to a change comes when it is durable and lists know it. */
final class BlocksRoutes {
    private final Supplier<Backend> backend;
    private final WorkQueue queue;
    private final StoreFailures failures;

    BlocksRoutes(Supplier<Backend> backend, WorkQueue queue, StoreFailures failures) {
        this.backend = backend;
        this.queue = queue;
        this.failures = failures;
    }

    CompletableFuture<Reply> change(Call call) {
        Backend ready = backend.get();
        List<BlockChange> changes =
                BlockJson.read(call.body(), ready.models().current().tables().users());
        return queue.submit(() -> {
            try {
                ready.models().blocks().change(changes);
            } catch (RuntimeException failure) {
                throw failures.told(failure);
            }
            failures.none();
            return Reply.json(tree(changes));
        });
    }

    private static ObjectNode tree(List<BlockChange> changes) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        ArrayNode each = tree.putArray("blocks");
        for (BlockChange change : changes) {
            IdJson.put(each.addObject(), "user", change.userId())
                    .put("status", change.isBlocked() ? "blocked" : "unblocked");
        }
        return tree;
    }

    CompletableFuture<Reply> ofUser(Call call) {
        Backend ready = backend.get();
        Id user = PathIds.of(call, ready.models().current().tables().users());
        Blocks blocks = ready.models().blocks().of(user);
        ObjectNode tree = IdJson.put(JsonNodeFactory.instance.objectNode(), "user", user);
        ArrayNode creators = tree.putArray("creators");
        blocks.creators().stream().sorted().forEach(creators::add);
        ArrayNode tags = tree.putArray("tags");
        blocks.tags().stream().sorted().forEach(tags::add);
        return CompletableFuture.completedFuture(Reply.json(tree));
    }
}
