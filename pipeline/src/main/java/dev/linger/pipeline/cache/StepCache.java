package dev.linger.pipeline.cache;

import dev.linger.data.InputException;
import dev.linger.data.store.ModelReader;
import dev.linger.data.store.ModelWriter;
import dev.linger.data.store.UnfinishedWork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The values of steps that earlier runs made, in a folder of entries. Values that are asked for one after the other, on one
 * thread.
 *
 * <p>An entry appears whole or not at all: it is written under another name and moved. One that cannot be read is removed and
 * made again; a folder that cannot be written stops nothing.
 */
public final class StepCache {
    /** Makes every value and keeps none. */
    public static final StepCache NONE = new StepCache(null, "", note -> {}, "");

    private final @Nullable Path folder;
    private final String common;
    private final Consumer<String> notes;
    private final String interventions;
    private double saved;
    private boolean cannotWrite;

    private StepCache(@Nullable Path folder, String common, Consumer<String> notes, String interventions) {
        this.folder = folder;
        this.common = common;
        this.notes = notes;
        this.interventions = interventions;
    }

    /**
     * The cache of a folder, which need not exist.
     *
     * @param common what determines every value beside the parts of its key: data, seed, program
     * @param notes told, a line each, of entries that are damaged or cannot be kept
     */
    public static StepCache in(Path folder, List<String> common, Consumer<String> notes) {
        CacheFolder.removeAbandoned(folder);
        return new StepCache(folder, String.join("\n", common), notes, "");
    }

    /** The same entries, with what they save not counted: that of a value which is made of them is. */
    public StepCache uncounted() {
        return new StepCache(folder, common, notes, interventions);
    }

    /**
     * The values of runs in which something is made wrong on purpose, in the same folder: whatever the key, they are kept under
     * one that has the name in it, so that no other run is given one of them, nor they another's.
     *
     * @param name of what is made wrong; empty for nothing
     */
    public StepCache under(String name) {
        return name.equals(interventions) ? this : new StepCache(folder, common, notes, name);
    }

    private CacheKey own(CacheKey key) {
        return interventions.isEmpty() ? key : key.then(key.step(), "with " + interventions);
    }

    /** The key of a step's value that these parts determine, by their text; that of a supplier is asked for where it is needed. */
    public CacheKey key(String step, Object... parts) {
        return folder == null ? CacheKey.NONE : own(CacheKey.of(common, step, parts));
    }

    /** The value, read where it is kept; else made, and then kept. */
    public <T> T get(CacheKey key, Kept<T> form, Supplier<T> make) {
        T known = find(key, form);
        if (known != null) {
            return known;
        }
        double savedBefore = saved;
        long start = System.nanoTime();
        T value = make.get();
        keep(key, form, value, secondsSince(start) + saved - savedBefore);
        return value;
    }

    /** The value that is kept; null where none is. */
    public <T> @Nullable T find(CacheKey key, Kept<T> form) {
        if (folder == null) {
            return null;
        }
        CacheKey own = own(key);
        Path entry = folder.resolve(own.folder());
        if (!Files.isDirectory(entry)) {
            return null;
        }
        long start = System.nanoTime();
        try {
            ModelReader reader = ModelReader.open(entry);
            EntryNote note = EntryNote.read(reader);
            note.requireKey(own);
            T value = form.read(reader.part(CacheFolder.VALUE));
            CacheFolder.use(entry);
            saved += Math.max(0, note.seconds() - secondsSince(start));
            return value;
        } catch (InputException damaged) {
            notes.accept("cache: " + entry + " is removed and made again: " + damaged.getMessage());
            CacheFolder.remove(entry);
            return null;
        }
    }

    /** Keeps a value that took so many seconds to make. */
    public <T> void keep(CacheKey key, Kept<T> form, T value, double seconds) {
        if (folder == null || cannotWrite) {
            return;
        }
        try {
            write(folder, own(key), form, value, seconds);
        } catch (IOException failure) {
            cannotWrite = true;
            notes.accept(String.format(
                    Locale.ROOT, "cache: nothing more can be kept in %s (%s)", folder, failure.getMessage()));
        }
    }

    /** Lets go of the value, where it is kept. */
    void remove(CacheKey key) {
        if (folder != null) {
            CacheFolder.remove(folder.resolve(own(key).folder()));
        }
    }

    /** Whether values are kept. */
    boolean isOfFolder() {
        return folder != null && !cannotWrite;
    }

    private static <T> void write(Path folder, CacheKey key, Kept<T> form, T value, double seconds) throws IOException {
        Files.createDirectories(folder);
        UnfinishedWork work = UnfinishedWork.begin(folder.resolve(CacheFolder.unfinishedName()));
        try {
            ModelWriter to = ModelWriter.create(work.path());
            new EntryNote(key.digest(), seconds).write(to);
            form.write(value, to.part(CacheFolder.VALUE));
            to.finish();
            Path entry = folder.resolve(key.folder());
            if (!Files.exists(entry)) {
                Files.move(work.path(), entry, StandardCopyOption.ATOMIC_MOVE);
            }
        } finally {
            work.discard();
        }
    }

    /** Seconds that values which were read would have taken, since this was last asked. */
    public double takeSaved() {
        double since = saved;
        saved = 0;
        return since;
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
