package dev.linger.candidates.als;

import dev.linger.data.store.Checkpoints;
import dev.linger.data.store.ModelReader;
import dev.linger.data.store.ModelWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Keeps every state in a folder of its own, and kills the fit after the first. */
final class KeptStates implements Checkpoints {
    private final Path folder;
    private final Map<String, Path> kept = new TreeMap<>();
    private int written;

    KeptStates(Path folder) {
        this.folder = folder;
    }

    boolean isEmpty() {
        return kept.isEmpty();
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
        if (written == 1) {
            throw new Killed();
        }
    }

    @Override
    public void remove(String state) {
        kept.remove(state);
    }

    @Override
    public boolean areKept() {
        return true;
    }

    /** What a killed fit ends with. */
    static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
