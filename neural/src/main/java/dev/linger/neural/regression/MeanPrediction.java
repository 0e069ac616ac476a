package dev.linger.neural.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The mean output of some networks; a task has its own. */
final class MeanPrediction {
    private final List<RowNetwork.Pass> passes = new ArrayList<>();
    private final double[] outputs;

    MeanPrediction(List<RowNetwork> networks, CodedRows rows, int mostRows) {
        for (RowNetwork network : networks) {
            passes.add(network.new Pass(rows, mostRows));
        }
        this.outputs = new double[mostRows];
    }

    /** Those of the rows {@code from..to-1}, which are overwritten by the next call. */
    double[] of(int from, int to) {
        Arrays.fill(outputs, 0);
        for (RowNetwork.Pass pass : passes) {
            pass.start();
            for (int row = from; row < to; row++) {
                pass.input(row, row - from);
            }
            pass.forward(to - from);
            for (int row = 0; row < to - from; row++) {
                outputs[row] += pass.output()[row];
            }
        }
        for (int row = 0; row < to - from; row++) {
            outputs[row] /= passes.size();
        }
        return outputs;
    }
}
