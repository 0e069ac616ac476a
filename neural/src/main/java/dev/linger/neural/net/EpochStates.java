package dev.linger.neural.net;

import dev.linger.data.store.Checkpoints;
import dev.linger.data.store.ModelReader;
import dev.linger.data.store.ModelWriter;
import java.util.Optional;

/**
 * How far a training is: the state after its last epoch that was kept. It is the same however many epochs and members follow,
 * so neither is in the text by which it is found.
 */
public final class EpochStates {
    private static final int NONE = 0;
    private static final long NANOS_A_MILLI = 1_000_000;

    private final Checkpoints checkpoints;
    private final String text;
    private long lastKept = System.nanoTime();
    private int keptEpoch = NONE;

    /**
     * Those of one training.
     *
     * @param config whose text says all that it is trained by
     * @param training tells it from others of the same configuration
     */
    public EpochStates(Checkpoints checkpoints, Record config, String training) {
        this.checkpoints = checkpoints;
        this.text = config.toString().replaceAll("\\b(epochs|members)=\\d+", "") + " " + training;
    }

    /** The state that was kept last, after so many epochs at most. */
    public <T> Optional<T> latest(int mostEpochs, ModelReader.Content<T> reading) {
        for (int epochs = mostEpochs; epochs > NONE; epochs--) {
            Optional<T> found = checkpoints.find(after(epochs), reading);
            if (found.isPresent()) {
                keptEpoch = epochs;
                checkpoints.remove(after(epochs - 1)); // of a training that was killed in between
                return found;
            }
        }
        return Optional.empty();
    }

    /** Whether states are kept at all, and there is enough to lose again. */
    public boolean areDue() {
        return areKept() && System.nanoTime() - lastKept >= NANOS_A_MILLI * checkpoints.millisBetween();
    }

    /** Whether those who go on elsewhere would lose enough without the last one. */
    public boolean isLastDue() {
        return keptEpoch != NONE || areDue();
    }

    public boolean areKept() {
        return checkpoints.areKept();
    }

    /** Keeps a state in place of the one before. */
    public void keep(int epochs, ModelWriter.Content writing) {
        lastKept = System.nanoTime();
        if (epochs != keptEpoch) {
            checkpoints.keep(after(epochs), writing);
            remove();
            keptEpoch = epochs;
        }
    }

    /** Lets go of it: what was trained is kept as a whole. */
    public void remove() {
        if (keptEpoch != NONE) {
            checkpoints.remove(after(keptEpoch));
        }
    }

    /** What to do after a training has failed in an epoch, from 1, of which the one before is kept; nothing else. */
    public String adviceAfterFailure(int epoch) {
        return keptEpoch != NONE && keptEpoch == epoch - 1
                ? " What was learned by epoch " + keptEpoch + " is kept: with epochs " + keptEpoch
                        + " it is not learned again."
                : "";
    }

    private String after(int epochs) {
        return text + " after epoch " + epochs;
    }
}
