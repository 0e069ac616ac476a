package dev.linger.serving.store;

import dev.linger.data.Id;
import dev.linger.recommender.filter.Blocks;
import dev.linger.recommender.live.LiveVideo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The obvious store: plays in a map, all else in the calling thread. It outlives the servers that close it. */
public final class InMemoryPlayStore implements PlayStore {
    private final Map<String, ReceivedPlay> plays = new LinkedHashMap<>();
    private final Map<Id, LiveVideo> videos = new LinkedHashMap<>();
    private Consumer<List<ReceivedPlay>> committed = some -> {};
    private final Map<Id, Blocks> blocks = new HashMap<>();
    private boolean isFull;

    /** From now on nothing can be kept, or again everything. */
    public synchronized void full(boolean nowFull) {
        isFull = nowFull;
    }

    @Override
    public synchronized CompletableFuture<List<Stored>> append(List<ReceivedPlay> some) {
        if (isFull) {
            return CompletableFuture.failedFuture(new StoreBusyException(plays.size()));
        }
        List<Stored> stored = new ArrayList<>();
        List<ReceivedPlay> added = new ArrayList<>();
        for (ReceivedPlay play : some) {
            ReceivedPlay known = plays.putIfAbsent(play.id(), play);
            stored.add(known == null ? Stored.NEW : known.equals(play) ? Stored.DUPLICATE : Stored.CONFLICT);
            if (known == null) {
                added.add(play);
            }
        }
        if (!added.isEmpty()) {
            committed.accept(added);
        }
        return CompletableFuture.completedFuture(stored);
    }

    @Override
    public void replay(Consumer<List<ReceivedPlay>> each) {
        List<ReceivedPlay> all;
        synchronized (this) {
            all = List.copyOf(plays.values());
        }
        for (int from = 0; from < all.size(); from += 100) {
            each.accept(all.subList(from, Math.min(all.size(), from + 100)));
        }
    }

    @Override
    public void replayAfter(String id, Consumer<List<ReceivedPlay>> each) {
        long known = countUpTo(id);
        List<ReceivedPlay> after;
        synchronized (this) {
            after = plays.values().stream().skip(known).toList();
        }
        if (!after.isEmpty()) {
            each.accept(after);
        }
    }

    @Override
    public synchronized long countUpTo(String id) {
        return List.copyOf(plays.keySet()).indexOf(id) + 1L;
    }

    @Override
    public synchronized void keep(List<LiveVideo> some) {
        if (isFull) {
            throw new StoreBusyException(plays.size());
        }
        for (LiveVideo video : some) {
            videos.remove(video.id());
            videos.put(video.id(), video);
        }
    }

    @Override
    public synchronized List<LiveVideo> videos() {
        return List.copyOf(videos.values());
    }

    @Override
    public synchronized void keepBlocks(List<BlockChange> changes) {
        if (isFull) {
            throw new StoreBusyException(plays.size());
        }
        for (BlockChange change : changes) {
            blocks.put(change.userId(), change.applyTo(blocks.getOrDefault(change.userId(), Blocks.NONE)));
        }
    }

    @Override
    public synchronized Map<Id, Blocks> blocks() {
        Map<Id, Blocks> some = new HashMap<>(blocks);
        some.values().removeIf(Blocks::isEmpty);
        return some;
    }

    @Override
    public synchronized void listener(Consumer<List<ReceivedPlay>> to) {
        committed = to;
    }

    @Override
    public synchronized Optional<String> problem() {
        return isFull ? Optional.of("full") : Optional.empty();
    }

    @Override
    public void close() {}
}
