package dev.linger.serving.models;

import dev.linger.data.Id;
import dev.linger.recommender.live.LiveVideo;
import dev.linger.recommender.live.Observed;
import dev.linger.serving.metrics.FeatureWindow;
import dev.linger.serving.store.PlayStore;
import dev.linger.serving.store.ReceivedPlay;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The models of a server: the one that serves, the one before it, and perhaps one beside it. All of them go on learning of
 * plays, in the order of the store. A change of the serving model is one write to a field, so a request has the old one or
 * the new one and none is dropped.
 */
public final class Models {
    /** Not the bits that a client may split by, so that two experiments on the same users are independent. */
    private static final long SALT = 0x6c696e6765723033L;

    private static final double TWO_TO_MINUS_53 = 0x1p-53;

    private final PlayStore store;
    private final Snapshots snapshots;
    private final UserBlocks blocks;
    private final BiConsumer<ServedModel, Observed> became;
    private final Object feed = new Object();
    private final List<ServedModel> fed = new ArrayList<>();
    private final List<Batch> waiting = new ArrayList<>();
    private boolean isJoining;

    /** How many plays the listener of the store and the first replay have seen. */
    private long position;

    /** When the latest of them began. */
    private long latestMillis = Long.MIN_VALUE;

    private volatile Slots slots;

    private record Slots(ServedModel current, @Nullable ServedModel previous, Optional<SecondModel> beside) {}

    private record Batch(long first, List<ReceivedPlay> plays) {}

    /**
     * Models that know all plays of a store, and those that follow.
     *
     * @param store nothing has been appended to it since it was opened
     * @param snapshots by which the models were loaded, and which are written of them
     * @param became told what became of each play, by model
     * @throws dev.linger.data.InputException where ids of models, plays, videos and blocks are not of one kind
     */
    public Models(
            PlayStore store,
            Snapshots snapshots,
            ServedModel current,
            Optional<SecondModel> beside,
            BiConsumer<ServedModel, Observed> became) {
        this.store = store;
        this.snapshots = snapshots;
        this.became = became;
        this.slots = new Slots(current, null, beside);
        fed.add(current);
        beside.ifPresent(second -> fed.add(second.model()));
        IdKinds kinds = IdKinds.of(current);
        kinds.requireRoom(store);
        beside.ifPresent(second -> kinds.requireSame(second.model(), current.name()));
        List<LiveVideo> uploaded = store.videos();
        kinds.requireSameVideos(uploaded);
        this.blocks = new UserBlocks(store, kinds);
        fed.forEach(model -> model.upload(uploaded));
        resume().ifPresentOrElse(
                        mark -> {
                            position = mark.plays();
                            latestMillis = mark.latestMillis();
                            store.replayAfter(mark.last(), plays -> start(kinds, plays));
                        },
                        () -> store.replay(plays -> start(kinds, plays)));
        keepSnapshots();
        store.listener(plays -> {
            take(plays);
            snapshots.taken(position());
        });
    }

    private void start(IdKinds kinds, List<ReceivedPlay> plays) {
        kinds.requireSame(plays);
        take(plays);
    }

    /** Up to where every model knows the store; empty where one knows nothing of it. */
    private Optional<SnapshotMark> resume() {
        return fed.stream().allMatch(model -> model.resumed().isPresent())
                ? fed.stream()
                        .flatMap(model -> model.resumed().stream())
                        .min(Comparator.comparingLong(SnapshotMark::plays))
                : Optional.empty();
    }

    /** Those that a start would load. */
    private void keepSnapshots() {
        Slots now = slots;
        List<ServedModel> started = new ArrayList<>(List.of(now.current()));
        now.beside().ifPresent(second -> started.add(second.model()));
        snapshots.keep(started, position);
    }

    /** Keeps videos that were uploaded, changed or withdrawn, and tells all models. */
    public void upload(List<LiveVideo> videos) {
        synchronized (feed) {
            store.keep(videos);
            fed.forEach(model -> model.upload(videos));
        }
    }

    /** What users block, of whichever model they are shown lists. */
    public UserBlocks blocks() {
        return blocks;
    }

    /** The model that serves. */
    public ServedModel current() {
        return slots.current();
    }

    /** The model that served before; empty where none did. */
    public Optional<ServedModel> previous() {
        return Optional.ofNullable(slots.previous());
    }

    /** The model beside the one that serves. */
    public Optional<SecondModel> beside() {
        return slots.beside();
    }

    /** The name of the model in each slot: model, and previous, candidate, shadow where there is one. */
    public Map<String, String> names() {
        Slots now = slots;
        Map<String, String> names = new LinkedHashMap<>();
        names.put("model", now.current().name());
        if (now.previous() != null) {
            names.put("previous", now.previous().name());
        }
        now.beside()
                .ifPresent(second -> names.put(
                        second.isShadow() ? "shadow" : "candidate",
                        second.model().name()));
        return names;
    }

    /** What the models that are asked have ranked of late, by their names; nobody asks the one that served before. */
    public Map<String, FeatureWindow> windows() {
        Slots now = slots;
        Map<String, FeatureWindow> windows = new LinkedHashMap<>();
        Stream.concat(Stream.of(now.current()), now.beside().map(SecondModel::model).stream())
                .forEach(model -> model.window().ifPresent(window -> windows.putIfAbsent(model.name(), window)));
        return windows;
    }

    /** How many plays of the store the models have been given. */
    public long position() {
        synchronized (feed) {
            return position;
        }
    }

    /** When the latest play of the store began, in milliseconds since 1970-01-01 UTC; the least long where there is none. */
    public long latestMillis() {
        synchronized (feed) {
            return latestMillis;
        }
    }

    /** The model that answers a user: a hash of the id decides, so it is the same every time. */
    public Variant of(Id userId) {
        Slots now = slots;
        double share = now.beside().map(SecondModel::share).orElse(0.0);
        return share > 0 && uniform(userId) < share
                ? new Variant("candidate", now.beside().orElseThrow().model(), share)
                : new Variant("current", now.current(), 1 - share);
    }

    /** SplitMix64's finalizer (Steele, Lea, Flood, OOPSLA 2014) of the id, in [0, 1). */
    static double uniform(Id userId) {
        long mixed = (userId.text() == null ? userId.number() : hash(userId.text())) ^ SALT;
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return ((mixed ^ (mixed >>> 31)) >>> 11) * TWO_TO_MINUS_53;
    }

    /** FNV-1a of 64 bits (Fowler, Noll, Vo) of the UTF-8. */
    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (one & 0xff)) * 0x100000001b3L;
        }
        return hash;
    }

    /**
     * Loads a model that may join these, with what a snapshot knows.
     *
     * @throws dev.linger.data.InputException where the folder is no model that {@code fit} wrote, or is damaged
     */
    public ServedModel load(Path folder) {
        return snapshots.load(folder);
    }

    /**
     * Makes a loaded model the one that serves, after it has learned of all plays; the one that served is kept.
     *
     * @param warmUp asks it what it will be asked, before anybody else does
     * @throws dev.linger.data.InputException where its ids are of another kind
     */
    public void replace(ServedModel next, Consumer<ServedModel> warmUp) {
        IdKinds.of(current()).requireSame(next, current().name());
        join(next);
        try {
            warmUp.accept(next);
        } catch (RuntimeException | Error failure) {
            synchronized (feed) {
                fed.remove(next);
            }
            throw failure;
        }
        synchronized (feed) {
            Slots old = slots;
            ServedModel oldest = old.previous();
            if (oldest != null) {
                fed.remove(oldest);
            }
            slots = new Slots(next, old.current(), old.beside());
            keepSnapshots();
        }
    }

    /**
     * Lets the model that served before serve again.
     *
     * @return whether there is one
     */
    public boolean rollBack() {
        synchronized (feed) {
            Slots now = slots;
            ServedModel previous = now.previous();
            if (previous != null) {
                slots = new Slots(/* current= */ previous, /* previous= */ now.current(), now.beside());
                keepSnapshots();
            }
            return previous != null;
        }
    }

    /** Plays that are stored meanwhile wait; the replay may have seen some of them, which the model passes over. */
    private void join(ServedModel next) {
        synchronized (feed) {
            isJoining = true;
        }
        try {
            long[] seen = {next.resumed().map(SnapshotMark::plays).orElse(0L)};
            Consumer<List<ReceivedPlay>> each = plays -> {
                give(next, seen[0], plays);
                seen[0] += plays.size();
            };
            next.resumed().ifPresentOrElse(mark -> store.replayAfter(mark.last(), each), () -> store.replay(each));
            synchronized (feed) {
                for (Batch batch : waiting) {
                    give(next, batch.first(), batch.plays());
                }
                next.upload(store.videos());
                fed.add(next);
                stopWaiting();
            }
        } catch (RuntimeException | Error failure) {
            synchronized (feed) {
                stopWaiting();
            }
            throw failure;
        }
    }

    private void give(ServedModel model, long first, List<ReceivedPlay> plays) {
        model.take(first, plays, what -> became.accept(model, what));
    }

    private void stopWaiting() {
        waiting.clear();
        isJoining = false;
    }

    private void take(List<ReceivedPlay> plays) {
        synchronized (feed) {
            for (ServedModel model : fed) {
                give(model, position, plays);
            }
            if (isJoining) {
                waiting.add(new Batch(position, List.copyOf(plays)));
            }
            position += plays.size();
            for (ReceivedPlay play : plays) {
                latestMillis = Math.max(latestMillis, play.timestampMillis());
            }
        }
    }
}
