package dev.linger.candidates;

import dev.linger.data.store.Checkpoints;
import dev.linger.data.store.ModelReader;
import dev.linger.data.store.ModelWriter;
import dev.linger.data.store.UnfinishedWork;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Keeps every state in a folder of its own, and kills trainings once they have kept one. */
public final class FolderCheckpoints implements Checkpoints {
    private final Path folder;
    private final Map<String, Path> kept = new TreeMap<>();
    private int written;
    private boolean isKilling;

    public FolderCheckpoints(Path folder) {
        this.folder = folder;
    }

    /** Whether a training is killed once it has kept a state. */
    public void kill(boolean isToBe) {
        isKilling = isToBe;
    }

    /** The texts of what is kept. */
    public Set<String> texts() {
        return kept.keySet();
    }

    @Override
    public <T> Optional<T> find(String state, ModelReader.Content<T> reading) {
        return Optional.ofNullable(kept.get(state))
                .map(path -> ModelReader.open(path).columns("state", reading));
    }

    @Override
    public void keep(String state, ModelWriter.Content writing) {
        Path path = folder.resolve("state-" + written++);
        try {
            ModelWriter to = ModelWriter.create(path);
            to.columns("state", writing);
            to.finish();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        kept.put(state, path);
        if (isKilling) {
            throw new Killed();
        }
    }

    @Override
    public void remove(String state) {
        Path path = kept.remove(state);
        if (path != null) {
            try {
                UnfinishedWork.deleteTree(path);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    @Override
    public boolean areKept() {
        return true;
    }

    @Override
    public long millisBetween() {
        return 0;
    }

    /** What a killed training ends with. */
    public static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
