package dev.linger.serving.models;

import dev.linger.data.Id;
import dev.linger.data.InputException;
import dev.linger.recommender.filter.Blocks;
import dev.linger.serving.store.BlockChange;
import dev.linger.serving.store.PlayStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What users block until they take it back, beside what a request blocks; the same for all models of a server. */
public final class UserBlocks {
    /** So many creators a user may block, and so many tags. */
    private static final int MOST = 1_000;

    private final PlayStore store;
    private final Map<Id, Blocks> ofUsers;

    /** @throws InputException where users have ids of another kind */
    UserBlocks(PlayStore store, IdKinds kinds) {
        this.store = store;
        this.ofUsers = new ConcurrentHashMap<>(store.blocks());
        kinds.requireSameUsers(ofUsers.keySet());
    }

    /** What a user blocks. */
    public Blocks of(Id userId) {
        return ofUsers.getOrDefault(userId, Blocks.NONE);
    }

    /**
     * Keeps changes, in this order; when it returns they are durable and lists know them.
     *
     * @throws InputException where a user would block too much, and then nothing is changed
     */
    public synchronized void change(List<BlockChange> changes) {
        Map<Id, Blocks> after = new HashMap<>();
        for (BlockChange change : changes) {
            Id userId = change.userId();
            after.put(userId, change.applyTo(after.getOrDefault(userId, of(userId))));
        }
        after.forEach(UserBlocks::requireFew);
        store.keepBlocks(changes);
        after.forEach(this::remember);
    }

    private void remember(Id userId, Blocks blocks) {
        if (blocks.isEmpty()) {
            ofUsers.remove(userId);
        } else {
            ofUsers.put(userId, blocks);
        }
    }

    private static void requireFew(Id userId, Blocks blocks) {
        int most = Math.max(blocks.creators().size(), blocks.tags().size());
        if (most > MOST) {
            throw new InputException("user " + userId + " would block " + most + " creators or tags, and may block "
                    + MOST + " of each; unblock some first");
        }
    }
}
