package dev.linger.candidates.als;

import dev.linger.candidates.StrictColumns;
import dev.linger.data.store.Checkpoints;
import java.util.Optional;

/**
 * How far a fit is: the factors of both sides and the losses after the last iteration that was kept. From these a fit goes on
 * to the same factors, bit for bit. They are the same however many iterations follow, so these are not in the text by which
 * a state is found.
 */
public final class AlsStates {
    /** A state is kept once the fit has gone on for so many times as long as it took to keep the last one. */
    private static final int TIMES_WRITING = 20;

    private final Checkpoints checkpoints;
    private final AlsConfig config;
    private int takenOver;
    private int kept;
    private long due = System.nanoTime();

    /** Those of one fit; what they depend on beside the configuration is told by whoever keeps them. */
    public AlsStates(Checkpoints checkpoints, AlsConfig config) {
        this.checkpoints = checkpoints;
        this.config = config;
    }

    /** What the next iteration starts from. */
    record State(int iterations, FactorMatrix users, FactorMatrix items, double[] losses) {}

    /** The state that was kept last. */
    Optional<State> latest(int userCount, int itemCount) {
        for (int iterations = config.iterations(); iterations > 0 && checkpoints.areKept(); iterations--) {
            Optional<State> found = find(iterations, userCount, itemCount);
            if (found.isPresent()) {
                takenOver = iterations;
                kept = iterations;
                checkpoints.remove(after(iterations - 1)); // of a fit that was killed in between
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<State> find(int iterations, int userCount, int itemCount) {
        return checkpoints.find(
                after(iterations),
                in -> new State(
                        iterations,
                        FactorMatrix.read(in, userCount, config.factorCount()),
                        FactorMatrix.read(in, itemCount, config.factorCount()),
                        StrictColumns.finiteDoubles(in, iterations)));
    }

    /** Keeps a state in place of the one before, where enough would be lost without it. */
    void keep(State state) {
        long start = System.nanoTime();
        if (!checkpoints.areKept() || start < due) {
            return;
        }
        checkpoints.keep(after(state.iterations()), out -> {
            state.users().write(out);
            state.items().write(out);
            out.doubles(state.losses());
        });
        remove();
        kept = state.iterations();
        long end = System.nanoTime();
        due = end + TIMES_WRITING * (end - start);
    }

    /** After how many iterations the fit went on, 0 where it began. */
    public int takenOver() {
        return takenOver;
    }

    /** Lets go of what is kept: the fit is done. */
    public void remove() {
        if (kept > 0) {
            checkpoints.remove(after(kept));
            kept = 0;
        }
    }

    private String after(int iterations) {
        return config.toString().replaceAll("\\biterations=\\d+", "") + " after iteration " + iterations;
    }
}
