package dev.linger.serving.models;

import dev.linger.data.InputException;
import dev.linger.recommender.live.LiveRecommender;
import dev.linger.serving.store.PlayStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What models know beside what was fitted, in a folder, so that a start need not learn of all plays of the store again. A
 * snapshot is what a model would know that started now: it is made from the one before it, or the model, and the plays since,
 * on a thread of its own, and never from the model that answers. It counts once the list of its digests is there, which is
 * written last; what is damaged, or of another model or store, is told and passed over.
 */
public final class Snapshots implements AutoCloseable {
    private static final String WHERE = "snapshot";

    /** At the end of a server, one is worth its time from so much of the usual count of plays on. */
    private static final int PARTS = 10;

    private static final long LONGEST_MINUTES = 1;

    private final SnapshotFolder folder;
    private final long every;
    private final BiConsumer<String, Throwable> told;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "linger-snapshot");
        thread.setDaemon(true);
        return thread;
    });

    /** Those of which snapshots are kept. */
    private List<ServedModel> models = List.of();

    /** How many plays of the store the newest snapshots know. */
    private long known;

    /** How many there were when the last was tried. */
    private long tried;

    /** How many there are. */
    private long position;

    private boolean isWriting;
    private boolean isClosed;

    /**
     * Snapshots in a folder, which need not be there.
     *
     * @param store the only one whose snapshots are there
     * @param every after so many plays one is written; 0 for never, and then none is read
     * @param told what was passed over or failed, and where
     */
    public Snapshots(Path folder, PlayStore store, long every, BiConsumer<String, Throwable> told) {
        this.folder = new SnapshotFolder(folder, store, passedOver -> told.accept(WHERE, passedOver));
        this.every = every;
        this.told = told;
    }

    /**
     * Loads a model with the newest of its snapshots.
     *
     * @throws InputException where the folder is no model that {@code fit} wrote, or is damaged
     */
    public ServedModel load(Path model) {
        Path real = model.toAbsolutePath().normalize();
        if (every == 0) {
            return ServedModel.load(real);
        }
        return folder.newest(
                        real,
                        snapshot -> new ServedModel(
                                real, LiveRecommender.load(real, snapshot.files()), Optional.of(snapshot.mark())))
                .orElseGet(() -> ServedModel.load(real));
    }

    /**
     * Sets of which models snapshots are written from now on.
     *
     * @param plays how many plays of the store they have been given
     */
    synchronized void keep(List<ServedModel> served, long plays) {
        position = plays;
        if (models.isEmpty()) {
            known = served.stream()
                    .mapToLong(model -> model.resumed().map(SnapshotMark::plays).orElse(0L))
                    .min()
                    .orElse(0);
            tried = known;
            if (every > 0) {
                folder.tellOthers(served);
            }
        }
        models = List.copyOf(served);
    }

    /** Takes note of how many plays of the store the models have been given. */
    synchronized void taken(long plays) {
        position = plays;
        if (every > 0 && !isWriting && !isClosed && position - tried >= every) {
            isWriting = true;
            thread.execute(this::write);
        }
    }

    private void write() {
        List<ServedModel> served;
        long plays;
        synchronized (this) {
            served = models;
            plays = position;
        }
        try {
            List<Path> written = new ArrayList<>();
            for (ServedModel model : served) {
                written.add(folder.write(model, plays));
            }
            folder.keepOnly(written);
            synchronized (this) {
                known = plays;
            }
        } catch (IOException | InputException failure) {
            told.accept(WHERE, failed(failure.getMessage(), failure));
        } catch (OutOfMemoryError failure) {
            told.accept(WHERE, failed("there is too little memory; give the server more, as with -Xmx", failure));
        } catch (RuntimeException failure) {
            told.accept(WHERE, failure);
        } finally {
            synchronized (this) {
                tried = plays;
                isWriting = false;
            }
        }
    }

    private InputException failed(@Nullable String why, Throwable failure) {
        return new InputException(
                "no snapshot was written (" + why + "); the next is tried after " + every + " more plays", failure);
    }

    /** How many plays of the store the newest snapshots know. */
    public synchronized long plays() {
        return known;
    }

    /** Waits for one that is being written, and writes a last one where it is worth it; nothing is appended to the store any more. */
    @Override
    public void close() {
        synchronized (this) {
            isClosed = true;
        }
        thread.shutdown();
        try {
            if (!thread.awaitTermination(LONGEST_MINUTES, TimeUnit.MINUTES)) {
                return; // it is not finished then, and not counted
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return;
        }
        if (isWorthIt()) {
            write();
        }
    }

    private synchronized boolean isWorthIt() {
        return every > 0 && !models.isEmpty() && position - known >= Math.max(1, every / PARTS);
    }
}
