package dev.linger.pipeline.cache;

import dev.linger.data.store.Checkpoints;
import dev.linger.data.store.ModelReader;
import dev.linger.data.store.ModelWriter;
import java.util.Optional;

/**
 * States of trainings as entries of a cache.
 *
 * @param training all that determines them but what their texts say
 */
public record StepCheckpoints(StepCache cache, CacheKey training) implements Checkpoints {
    private static final String STEP = "checkpoint";

    @Override
    public <T> Optional<T> find(String state, ModelReader.Content<T> reading) {
        Kept<T> form = Kept.columns((value, out) -> {}, reading::readFrom);
        return Optional.ofNullable(cache.find(key(state), form));
    }

    @Override
    public void keep(String state, ModelWriter.Content writing) {
        Kept<String> form = Kept.columns((value, out) -> writing.writeTo(out), in -> state);
        cache.keep(key(state), form, state, 0);
    }

    @Override
    public void remove(String state) {
        cache.remove(key(state));
    }

    @Override
    public boolean areKept() {
        return cache.isOfFolder();
    }

    private CacheKey key(String state) {
        return training.then(STEP, state);
    }
}
