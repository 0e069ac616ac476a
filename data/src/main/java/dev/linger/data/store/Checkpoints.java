package dev.linger.data.store;

import java.util.Optional;

/**
 * Where a training that takes long keeps how far it is, so that one that is killed goes on from there. What is kept is named by
 * a text that says all that determines it, beside what the trainer was given; what cannot be read is as good as not there.
 */
public interface Checkpoints {
    /** Keeps nothing. */
    Checkpoints NONE = new Checkpoints() {
        @Override
        public <T> Optional<T> find(String state, ModelReader.Content<T> reading) {
            return Optional.empty();
        }

        @Override
        public void keep(String state, ModelWriter.Content writing) {}

        @Override
        public void remove(String state) {}

        @Override
        public boolean areKept() {
            return false;
        }
    };

    /** The state that is kept under a text; empty where none is. */
    <T> Optional<T> find(String state, ModelReader.Content<T> reading);

    /** Keeps a state, whole or not at all. */
    void keep(String state, ModelWriter.Content writing);

    /** Lets go of a state, where it is kept. */
    void remove(String state);

    /** Whether what is kept can be found again. */
    boolean areKept();

    /** After how long, in milliseconds, there is enough to lose that the next state should be kept. */
    default long millisBetween() {
        return 10_000;
    }
}
