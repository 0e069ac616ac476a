package dev.linger.neural.retrieval;

import dev.linger.data.columns.ColumnReader;
import dev.linger.data.columns.ColumnWriter;
import dev.linger.data.store.Checkpoints;
import dev.linger.neural.net.EpochStates;
import dev.linger.neural.net.TrainingState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** How far the members of a source are: those that are finished, and the one that is trained. */
final class MemberStates {
    private final List<EpochStates> kept;
    private final List<@Nullable State> last = new ArrayList<>();

    /**
     * A member after some epochs.
     *
     * @param losses the mean loss of each
     */
    record State(double[] losses, TrainingState training) {
        void write(ColumnWriter out) throws IOException {
            out.doubles(losses);
            training.write(out);
        }

        static State read(ColumnReader in) throws IOException {
            return new State(in.doubles(), TrainingState.read(in));
        }

        /** The losses of some epochs and one more. */
        static double[] and(double[] losses, double loss) {
            double[] all = Arrays.copyOf(losses, losses.length + 1);
            all[losses.length] = loss;
            return all;
        }
    }

    /** @param source its whole configuration */
    MemberStates(Checkpoints checkpoints, Record source, int members) {
        this.kept = IntStream.range(0, members)
                .mapToObj(member -> new EpochStates(checkpoints, source, "member " + member))
                .toList();
    }

    boolean areKept() {
        return kept.get(0).areKept();
    }

    /** The state of a member that was kept last, after so many epochs at most. */
    Optional<State> latest(int member, int mostEpochs) {
        return kept.get(member).latest(mostEpochs, State::read);
    }

    /** Takes the state of a member after an epoch; those of all are kept once there is enough to lose. */
    void take(int member, State state) {
        while (last.size() <= member) {
            last.add(null);
        }
        last.set(member, state);
        if (kept.get(member).areDue()) {
            keep();
        }
    }

    /** Keeps the last state of each member. */
    private void keep() {
        for (int member = 0; member < last.size(); member++) {
            State state = last.get(member);
            if (state != null) {
                kept.get(member).keep(state.losses().length, state::write);
                last.set(member, null);
            }
        }
    }

    /** Lets go of all: the source is whole. */
    void remove() {
        kept.forEach(EpochStates::remove);
    }

    /** Keeps what there was before a member failed in an epoch, from 1, and says how to go on from it. */
    String adviceAfterFailure(int member, int epoch) {
        if (!areKept()) {
            return "";
        }
        keep();
        return kept.get(member).adviceAfterFailure(epoch);
    }
}
