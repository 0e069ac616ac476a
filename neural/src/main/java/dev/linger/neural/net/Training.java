package dev.linger.neural.net;

import dev.linger.data.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The steps by which a network learns: a batch is cut into parts of fixed size, each part adds up gradients of its own, and
 * {@link #step} adds those in the order of the parts and moves the weights by {@link Adam}. So the result does not depend on
 * the number of threads.
 *
 * <p>Rows of embeddings take part only in steps whose examples have them: their means stay as they are in between, while the
 * number of the step counts all ("lazy" Adam).
 */
public final class Training {
    private static final int WEIGHTS_AT_ONCE = 4096;
    private static final int ROWS_AT_ONCE = 64;

    private final Network network;
    private final Adam adam;
    private final float[] transposed;
    private final Adam.Moments ofWeights;
    private final List<Adam.Moments> ofTables = new ArrayList<>();
    private final List<float[]> gradients = new ArrayList<>();
    private final TouchedRows touched;
    private int steps;

    public Training(Network network, Adam adam) {
        this.network = network;
        this.adam = adam;
        this.transposed = new float[network.weights().length];
        this.ofWeights = new Adam.Moments(network.weights().length);
        this.touched = new TouchedRows(network.tables());
        for (EmbeddingTable table : network.tables()) {
            ofTables.add(new Adam.Moments(table.values().length));
        }
    }

    /** The transposed weights that the way back reads; layers write them before it begins. */
    public float[] transposed() {
        return transposed;
    }

    /** The number of steps taken. */
    public int steps() {
        return steps;
    }

    /** Room for the gradients of the dense weights by one part of a batch, to which the part adds. */
    public float[] newGradient() {
        float[] gradient = new float[network.weights().length];
        gradients.add(gradient);
        return gradient;
    }

    /** Takes what the inputs of a part were made of, part after part; their gradients are where the inputs were. */
    public void touched(Touches part, float[] inputGradient) {
        touched.add(part, inputGradient);
    }

    /** All that the next steps depend on, as it is now. */
    public TrainingState state() {
        return new TrainingState(steps, numbers().stream().map(float[]::clone).toList());
    }

    /**
     * Goes on where a training of the same network was.
     *
     * @throws IllegalArgumentException where it was of another size
     */
    public void goOnFrom(TrainingState state) {
        state.copyTo(numbers());
        steps = state.steps();
    }

    private List<float[]> numbers() {
        List<float[]> all = new ArrayList<>(List.of(network.weights(), ofWeights.mean(), ofWeights.square()));
        for (int table = 0; table < ofTables.size(); table++) {
            all.addAll(List.of(
                    network.table(table).values(),
                    ofTables.get(table).mean(),
                    ofTables.get(table).square()));
        }
        return all;
    }

    /** Moves everything against the gradients, which are 0 afterwards. */
    public void step(Workers workers) {
        float rate = adam.rate(++steps);
        float[] weights = network.weights();
        workers.forBlocks(weights.length, WEIGHTS_AT_ONCE, (from, to) -> {
            float[] sum = new float[to - from];
            for (float[] gradient : gradients) {
                for (int at = from; at < to; at++) {
                    sum[at - from] += gradient[at];
                }
                Arrays.fill(gradient, from, to, 0);
            }
            ofWeights.move(rate, weights, from, to, sum);
        });
        int widest =
                network.tables().stream().mapToInt(EmbeddingTable::width).max().orElse(0);
        workers.forBlocks(touched.count(), ROWS_AT_ONCE, () -> new float[widest], (gradient, block, from, to) -> {
            for (int at = from; at < to; at++) {
                EmbeddingTable table = network.table(touched.table(at));
                touched.gradient(at, table.width(), gradient);
                int row = touched.row(at) * table.width();
                ofTables.get(touched.table(at)).move(rate, table.values(), row, row + table.width(), gradient);
            }
        });
        touched.clear();
    }
}
