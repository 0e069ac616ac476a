package dev.linger.neural.regression;

import java.util.ArrayList;
import java.util.List;

/** What each of some networks puts out for a few rows; a task has its own. */
final class MemberOutputs {
    private final List<RowNetwork.Pass> passes = new ArrayList<>();

    MemberOutputs(List<RowNetwork> networks, CodedRows rows, int mostRows) {
        for (RowNetwork network : networks) {
            passes.add(network.new Pass(rows, mostRows));
        }
    }

    /** Works out those of the rows {@code from..to-1}, which are overwritten by the next call. */
    void read(int from, int to) {
        for (RowNetwork.Pass pass : passes) {
            pass.start();
            for (int row = from; row < to; row++) {
                pass.input(row, row - from);
            }
            pass.forward(to - from);
        }
    }

    int members() {
        return passes.size();
    }

    /** That of a member, the rows being counted from the first that was read. */
    double of(int member, int row) {
        return passes.get(member).output()[row];
    }

    /** The mean over the members. */
    double mean(int row) {
        double sum = 0;
        for (RowNetwork.Pass pass : passes) {
            sum += pass.output()[row];
        }
        return sum / passes.size();
    }
}
