package dev.linger.neural.regression;

import dev.linger.data.Seed;
import dev.linger.data.Workers;
import dev.linger.neural.net.Adam;
import dev.linger.neural.net.Network;
import dev.linger.neural.net.NetworkMean;
import dev.linger.neural.net.Training;
import dev.linger.neural.net.TrainingState;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** One network on its way from start values to the last epoch. */
final class MemberTraining {
    /** A batch is cut into parts of so many rows: the result depends on it, and not on the number of threads. */
    static final int PART = 64;

    /** Steps in between are nearly the same. */
    private static final int STEPS_TO_MEAN = 4;

    private final NeuralConfig config;
    private final RowNetwork network;
    private final RowLoss loss;
    private final Seed seed;
    private final Training training;
    private final List<Part> parts = new ArrayList<>();
    private NetworkMean mean;

    /** @param loss that of each row */
    MemberTraining(NeuralConfig config, RowNetwork network, CodedRows rows, RowLoss loss, Seed seed) {
        this.config = config;
        this.network = network;
        this.loss = loss;
        this.seed = seed;
        network.network().start(seed.stream("start"));
        this.mean = new NetworkMean(network.network());
        this.training = new Training(network.network(), new Adam(config.learningRate()));
        for (int from = 0; from < config.batchSize(); from += PART) {
            parts.add(new Part(network.new Pass(rows, PART), training.newGradient()));
        }
    }

    /** The network at some steps of the last epoch, on average. */
    NetworkMean mean() {
        return mean;
    }

    Network network() {
        return network.network();
    }

    /** All that its next epochs depend on. */
    TrainingState state() {
        return training.state();
    }

    /** Goes on where a training of the same network was. */
    void goOnFrom(TrainingState state) {
        training.goOnFrom(state);
    }

    /**
     * Learns once from each of the first rows, in an order of the epoch's own.
     *
     * @return the mean of the metric, of each row before it was learned from, with dropout; NaN where the loss is no number
     *     any more
     */
    double epoch(int epoch, int size, Workers workers) {
        int[] order = shuffled(size, seed.stream("epoch " + epoch));
        double sum = 0;
        mean = new NetworkMean(network.network());
        for (int first = 0; first < size; first += config.batchSize()) {
            sum += step(order, first, Math.min(size, first + config.batchSize()), workers);
            if (!Double.isFinite(sum)) {
                return Double.NaN;
            }
            if (training.steps() % STEPS_TO_MEAN == 0 || first + config.batchSize() >= size) {
                mean.add(network.network());
            }
        }
        return sum / size;
    }

    private static int[] shuffled(int size, SplittableRandom random) {
        int[] order = new int[size];
        for (int at = 0; at < size; at++) {
            int swap = random.nextInt(at + 1);
            order[at] = order[swap];
            order[swap] = at;
        }
        return order;
    }

    /** The sum of the metric over a batch. */
    private double step(int[] order, int first, int end, Workers workers) {
        network.transpose(training.transposed());
        int step = training.steps();
        int count = end - first;
        double[] sums = new double[Workers.blockCount(count, PART)];
        workers.forBlocks(count, PART, () -> parts, (all, block, from, to) -> {
            SplittableRandom dropout = seed.stream("dropout " + step + " " + block);
            sums[block] = all.get(block).learn(order, first + from, first + to, count, dropout);
        });
        double sum = 0;
        for (int block = 0; block < sums.length; block++) {
            sum += sums[block];
            training.touched(
                    parts.get(block).pass.touches(), parts.get(block).pass.inputGradient());
        }
        training.step(workers);
        return sum;
    }

    /** The room of a part of a batch. */
    private final class Part {
        private final RowNetwork.Pass pass;
        private final float[] gradient;

        Part(RowNetwork.Pass pass, float[] gradient) {
            this.pass = pass;
            this.gradient = gradient;
        }

        double learn(int[] order, int from, int to, int batch, SplittableRandom dropout) {
            pass.start();
            for (int at = from; at < to; at++) {
                pass.input(order[at], at - from);
            }
            pass.forward(to - from, dropout);
            double sum = 0;
            for (int at = from; at < to; at++) {
                sum += loss.learn(order[at], at - from, pass.output(), pass.outputGradient(), batch);
            }
            pass.backward(training.transposed(), gradient, to - from);
            return sum;
        }
    }
}
