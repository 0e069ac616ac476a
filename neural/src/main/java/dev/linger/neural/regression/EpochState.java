package dev.linger.neural.regression;

import dev.linger.data.columns.ColumnReader;
import dev.linger.data.columns.ColumnWriter;
import dev.linger.neural.net.NetworkMean;
import dev.linger.neural.net.TrainingState;
import dev.linger.ranker.TrainingTrace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The training of all members after an epoch.
 *
 * @param trace of the epochs so far, with the one that is the best
 * @param members where each is
 * @param best the means of each in the best epoch
 */
record EpochState(TrainingTrace trace, List<TrainingState> members, List<NetworkMean> best) {
    EpochState {
        members = List.copyOf(members);
        best = List.copyOf(best);
    }

    int epochs() {
        return trace.lines().size();
    }

    void write(ColumnWriter out) throws IOException {
        trace.writeTo(out);
        for (int member = 0; member < members.size(); member++) {
            members.get(member).write(out);
            best.get(member).write(out);
        }
    }

    /** What {@link #write} wrote of these trainings. */
    static EpochState read(ColumnReader in, List<MemberTraining> trainings) throws IOException {
        TrainingTrace trace = TrainingTrace.readFrom(in);
        List<TrainingState> members = new ArrayList<>();
        List<NetworkMean> best = new ArrayList<>();
        for (MemberTraining training : trainings) {
            members.add(TrainingState.read(in));
            best.add(NetworkMean.read(in, training.network()));
        }
        return new EpochState(trace, members, best);
    }
}
