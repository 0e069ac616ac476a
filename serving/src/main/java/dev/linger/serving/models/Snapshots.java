package dev.linger.serving.models;

import dev.linger.data.InputException;
import dev.linger.data.store.ModelReader;
import dev.linger.data.store.ModelWriter;
import dev.linger.data.store.UnfinishedWork;
import dev.linger.recommender.live.LiveRecommender;
import dev.linger.serving.store.PlayStore;
import dev.linger.serving.store.ReceivedPlay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What models know beside what was fitted, in a folder, so that a start need not learn of all plays of the store again. A
 * snapshot is what a model would know that started now: it is made from the one before it, or the model, and the plays since,
 * on a thread of its own, and never from the model that answers. It counts once the list of its digests is there, which is
 * written last; what is damaged, or of another model or store, is told and passed over.
 */
public final class Snapshots implements AutoCloseable {
    private static final String MARK = "mark";
    private static final String WHERE = "snapshot";
    private static final Pattern NAMES = Pattern.compile("[0-9a-f]{12}-[0-9]{15}");

    /** At the end of a server, one is worth its time from so much of the usual count of plays on. */
    private static final int PARTS = 10;

    private static final long LONGEST_MINUTES = 1;

    private final Path folder;
    private final PlayStore store;
    private final long every;
    private final BiConsumer<String, Throwable> told;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "linger-snapshot");
        thread.setDaemon(true);
        return thread;
    });

    /** Those of which snapshots are kept. */
    private List<ServedModel> models = List.of();

    /** How many plays of the store the last snapshots know, and how many there are. */
    private long known;

    private long position;
    private boolean isWriting;

    /** Of which that has been told. */
    private final Set<Path> passedOver = ConcurrentHashMap.newKeySet();

    private record Snapshot(SnapshotMark mark, ModelReader files) {}

    /**
     * Snapshots in a folder, which need not be there.
     *
     * @param store the only one whose snapshots are there
     * @param every after so many plays one is written; 0 for never, and then none is read
     * @param told what was passed over or failed, and where
     */
    public Snapshots(Path folder, PlayStore store, long every, BiConsumer<String, Throwable> told) {
        this.folder = folder;
        this.store = store;
        this.every = every;
        this.told = told;
        UnfinishedWork.removeAbandoned(folder, NAMES, path -> false);
    }

    /**
     * Loads a model with the newest of its snapshots.
     *
     * @throws InputException where the folder is no model that {@code fit} wrote, or is damaged
     */
    public ServedModel load(Path model) {
        Path real = model.toAbsolutePath().normalize();
        return newest(
                        real,
                        snapshot -> new ServedModel(
                                real, LiveRecommender.load(real, snapshot.files()), Optional.of(snapshot.mark())))
                .orElseGet(() -> ServedModel.load(real));
    }

    /** What the newest snapshot of a model is read as that is whole and of this store. */
    private <T> Optional<T> newest(Path model, Function<Snapshot, T> read) {
        List<Path> paths = paths();
        String digest = paths.isEmpty() ? "" : ModelName.digest(model);
        for (Path path : paths) {
            if (isOf(path, digest)) {
                try {
                    return Optional.of(read.apply(open(path, digest)));
                } catch (InputException damaged) {
                    if (passedOver.add(path)) {
                        told.accept(
                                WHERE,
                                new InputException(
                                        "the snapshot " + name(path) + " is passed over: " + damaged.getMessage(),
                                        damaged));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Snapshot open(Path path, String digest) {
        ModelReader files = ModelReader.open(path);
        SnapshotMark mark = files.columns(MARK, SnapshotMark::read);
        if (!mark.model().equals(digest)) {
            throw new InputException("it is of another model");
        }
        if (store.countUpTo(mark.last()) != mark.plays()) {
            throw new InputException("it is of other plays than those of the store");
        }
        return new Snapshot(mark, files);
    }

    private static boolean isOf(Path path, String digest) {
        return name(path).startsWith(ModelName.first(digest) + "-");
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    /** Those of any model, newest first. */
    private List<Path> paths() {
        if (every == 0 || !Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(path -> NAMES.matcher(name(path)).matches())
                    .sorted(Comparator.comparing(Snapshots::playsOf).reversed())
                    .toList();
        } catch (IOException failure) {
            told.accept(WHERE, new InputException(folder + ": cannot be read (" + failure + ")", failure));
            return List.of();
        }
    }

    private static String playsOf(Path path) {
        return name(path).substring(name(path).indexOf('-'));
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
            tellOthers(served);
        }
        models = List.copyOf(served);
    }

    private void tellOthers(List<ServedModel> served) {
        for (Path path : paths()) {
            if (served.stream().noneMatch(model -> isOf(path, model.digest()))) {
                told.accept(
                        WHERE,
                        new InputException("the snapshot " + name(path)
                                + " is passed over: it is of a model that does not serve; the next snapshot takes its"
                                + " place"));
            }
        }
    }

    /** Takes note of how many plays of the store the models have been given. */
    synchronized void taken(long plays) {
        position = plays;
        if (every > 0 && !isWriting && position - known >= every) {
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
                written.add(write(model, plays));
            }
            for (Path path : paths()) {
                if (!written.contains(path)) {
                    UnfinishedWork.deleteTree(path);
                }
            }
        } catch (IOException | InputException failure) {
            told.accept(WHERE, failed(failure.getMessage(), failure));
        } catch (OutOfMemoryError failure) {
            told.accept(WHERE, failed("there is too little memory; give the server more, as with -Xmx", failure));
        } catch (RuntimeException failure) {
            told.accept(WHERE, failure);
        } finally {
            synchronized (this) {
                known = plays;
                isWriting = false;
            }
        }
    }

    private InputException failed(@Nullable String why, Throwable failure) {
        return new InputException(
                "no snapshot was written (" + why + "); the next is tried after " + every + " more plays", failure);
    }

    private Path write(ServedModel model, long plays) throws IOException {
        Path path = folder.resolve(String.format(Locale.ROOT, "%s-%015d", ModelName.first(model.digest()), plays));
        Optional<Snapshot> before = newest(model.folder(), snapshot -> snapshot);
        if (before.isPresent() && before.get().mark().plays() == plays) {
            return path;
        }
        ModelReader from = before.map(Snapshot::files).orElseGet(() -> ModelReader.open(model.folder()));
        if (!ModelName.digest(model.folder()).equals(model.digest())) {
            throw new InputException(model.folder() + " is not the model any more that was loaded from it");
        }
        UnfinishedWork.deleteTree(path);
        Files.createDirectories(folder);
        UnfinishedWork work = UnfinishedWork.begin(path);
        boolean isWritten = false;
        try {
            ModelWriter to = ModelWriter.create(path);
            Rest rest = new Rest(model.digest(), before.map(Snapshot::mark), plays);
            model.writeSnapshot(from, rest::replay, to);
            to.columns(MARK, rest.mark()::write);
            to.finish();
            isWritten = true;
            return path;
        } finally {
            if (isWritten) {
                work.close();
            } else {
                work.discard();
            }
        }
    }

    /** The plays between two snapshots. */
    private final class Rest {
        private final String model;
        private final Optional<SnapshotMark> before;
        private final long until;
        private long plays;
        private String last;
        private long latestMillis;

        Rest(String model, Optional<SnapshotMark> before, long until) {
            this.model = model;
            this.before = before;
            this.until = until;
            this.plays = before.map(SnapshotMark::plays).orElse(0L);
            this.last = before.map(SnapshotMark::last).orElse("");
            this.latestMillis = before.map(SnapshotMark::latestMillis).orElse(Long.MIN_VALUE);
        }

        void replay(Consumer<List<ReceivedPlay>> each) {
            Consumer<List<ReceivedPlay>> counted = some -> {
                List<ReceivedPlay> wanted = some.subList(0, (int) Math.min(some.size(), until - plays));
                wanted.forEach(play -> latestMillis = Math.max(latestMillis, play.timestampMillis()));
                if (!wanted.isEmpty()) {
                    last = wanted.get(wanted.size() - 1).id();
                    plays += wanted.size();
                    each.accept(wanted);
                }
            };
            before.ifPresentOrElse(mark -> store.replayAfter(mark.last(), counted), () -> store.replay(counted));
        }

        SnapshotMark mark() {
            return new SnapshotMark(model, plays, last, latestMillis);
        }
    }

    /** How many plays of the store the newest snapshots know. */
    public synchronized long plays() {
        return known;
    }

    /** Waits for one that is being written, and writes a last one where it is worth it; nothing is appended to the store any more. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(LONGEST_MINUTES, TimeUnit.MINUTES)) {
                return; // it is not finished then, and not counted
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return;
        }
        if (every > 0 && !models.isEmpty() && position - known >= Math.max(1, every / PARTS)) {
            write();
        }
    }
}
