package dev.linger.serving.models;

import dev.linger.data.InputException;
import dev.linger.data.store.ModelReader;
import dev.linger.data.store.ModelWriter;
import dev.linger.data.store.UnfinishedWork;
import dev.linger.serving.store.PlayStore;
import dev.linger.serving.store.ReceivedPlay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The snapshots of a store's models, each a folder named by the model's digest and how many plays it knows. One counts once the
 * list of its digests is there, which is written last.
 */
final class SnapshotFolder {
    private static final String MARK = "mark";
    private static final Pattern NAMES = Pattern.compile("[0-9a-f]{12}-[0-9]{15}");

    private final Path folder;
    private final PlayStore store;
    private final Consumer<InputException> told;

    /** Of which it has been told that they are passed over. */
    private final Set<Path> passedOver = ConcurrentHashMap.newKeySet();

    /**
     * A snapshot that is whole.
     *
     * @param files of which the features and the plays are read
     */
    record Snapshot(SnapshotMark mark, ModelReader files) {}

    /**
     * A folder, which need not be there. What a killed process left half written is removed.
     *
     * @param told what is passed over
     */
    SnapshotFolder(Path folder, PlayStore store, Consumer<InputException> told) {
        this.folder = folder;
        this.store = store;
        this.told = told;
        UnfinishedWork.removeAbandoned(folder, NAMES, path -> false);
    }

    /** What the newest snapshot of a model is read as that is whole and of this store. */
    <T> Optional<T> newest(Path model, Function<Snapshot, T> read) {
        List<Path> paths = paths();
        String digest = paths.isEmpty() ? "" : ModelName.digest(model);
        for (Path path : paths) {
            if (isOf(path, digest)) {
                try {
                    return Optional.of(read.apply(open(path, digest)));
                } catch (InputException damaged) {
                    if (passedOver.add(path)) {
                        told.accept(new InputException(
                                "the snapshot " + name(path) + " is passed over: " + damaged.getMessage(), damaged));
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
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(path -> NAMES.matcher(name(path)).matches())
                    .sorted(Comparator.comparing(SnapshotFolder::playsOf).reversed())
                    .toList();
        } catch (IOException failure) {
            told.accept(new InputException(folder + ": cannot be read (" + failure + ")", failure));
            return List.of();
        }
    }

    private static String playsOf(Path path) {
        return name(path).substring(name(path).indexOf('-'));
    }

    /** Tells of those of models that do not serve. */
    void tellOthers(List<ServedModel> served) {
        for (Path path : paths()) {
            if (served.stream().noneMatch(model -> isOf(path, model.digest()))) {
                told.accept(new InputException("the snapshot " + name(path)
                        + " is passed over: it is of a model that does not serve; the next snapshot takes its"
                        + " place"));
            }
        }
    }

    /**
     * Writes what a model knows that has been given so many plays of the store.
     *
     * @throws InputException where the model is not in its folder any more
     */
    Path write(ServedModel model, long plays) throws IOException {
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

    /** Removes all but these. */
    void keepOnly(List<Path> snapshots) throws IOException {
        for (Path path : paths()) {
            if (!snapshots.contains(path)) {
                UnfinishedWork.deleteTree(path);
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
}
