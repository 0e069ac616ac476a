package dev.linger.neural.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.Workers;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LayersTest {
    private static final MatrixKernels KERNELS = new PlainMatrixKernels();

    @Test
    void a_dense_layer_by_hand() {
        WeightLayout layout = new WeightLayout();
        Dense dense = new Dense(layout, 2, 3);
        float[] weights = {1, 2, 3, 4, 5, 6, 0.5f, 0, -1};
        assertEquals(weights.length, layout.size());
        float[] y = new float[6];
        dense.forward(KERNELS, weights, new float[] {1, 10, 0, -1}, y, 2);
        assertArrayEquals(new float[] {41.5f, 52, 62, -3.5f, -5, -7}, y);
    }

    @Test
    void gradients_of_an_mlp_are_those_of_small_changes() {
        WeightLayout layout = new WeightLayout();
        Mlp mlp = new Mlp(layout, new int[] {3, 5, 4, 2}, 0);
        float[] weights = layout.start(new SplittableRandom(3));
        Mlp.Pass pass = mlp.new Pass(KERNELS, 4);
        float[] input = numbers(4 * 3, 1);
        float[] towards = numbers(4 * 2, 2);

        System.arraycopy(input, 0, pass.input(), 0, input.length);
        pass.forward(weights, 4, new SplittableRandom(1));
        System.arraycopy(towards, 0, pass.outputGradient(), 0, towards.length);
        float[] transposed = new float[weights.length];
        mlp.transpose(weights, transposed);
        float[] gradient = new float[weights.length];
        pass.backward(transposed, gradient, 4);
        float[] byInput = pass.inputGradient().clone();
        pass.backward(transposed, new float[weights.length], 4, 2);
        for (int row = 0; row < 4; row++) {
            assertEquals(byInput[row * 3], pass.inputGradient()[row * 3]);
            assertEquals(byInput[row * 3 + 1], pass.inputGradient()[row * 3 + 1]);
        }

        Mlp.Pass again = mlp.new Pass(KERNELS, 4);
        Gradients.check(weights, gradient, () -> along(again, weights, input, towards));
        Gradients.check(input, byInput, () -> along(again, weights, input, towards));
    }

    private static double along(Mlp.Pass pass, float[] weights, float[] input, float[] towards) {
        System.arraycopy(input, 0, pass.input(), 0, input.length);
        pass.forward(weights, 4);
        double sum = 0;
        for (int at = 0; at < towards.length; at++) {
            sum += (double) towards[at] * pass.output()[at];
        }
        return sum;
    }

    @Test
    void dropout_leaves_out_its_share_and_raises_the_rest() {
        WeightLayout layout = new WeightLayout();
        Mlp mlp = new Mlp(layout, new int[] {1, 10_000, 1}, 0.3);
        float[] weights = new float[layout.size()];
        Arrays.fill(weights, 1);
        Mlp.Pass pass = mlp.new Pass(KERNELS, 1);
        pass.input()[0] = 1;
        pass.forward(weights, 1, new SplittableRandom(8));
        assertEquals(20_001, pass.output()[0], 400);
        pass.forward(weights, 1);
        assertEquals(20_001, pass.output()[0]);
    }

    @Test
    void gradients_of_rows_of_length_one_are_those_of_small_changes() {
        float[] x = numbers(2 * 3, 4);
        float[] towards = numbers(2 * 3, 5);
        float[] y = new float[6];
        UnitRows.forward(x, y, 0, 2, 3);
        assertEquals(1, y[0] * y[0] + y[1] * y[1] + y[2] * y[2], 1e-6);
        float[] dx = new float[6];
        UnitRows.back(x, y, towards, 0, dx, 2, 3);
        Gradients.check(x, dx, () -> {
            float[] of = new float[6];
            UnitRows.forward(x, of, 0, 2, 3);
            double sum = 0;
            for (int at = 0; at < 6; at++) {
                sum += (double) of[at] * towards[at];
            }
            return sum;
        });
    }

    @Test
    void the_softmax_of_a_batch_is_the_slow_one_and_its_gradients_are_those_of_small_changes() {
        int count = 5;
        int width = 3;
        double temperature = 0.5;
        int[] item = {4, 1, 4, 2, 0};
        float[] logQ = {-1, -2, -1, -0.5f, -3};
        InBatchSoftmax softmax = new InBatchSoftmax(KERNELS, 8, width, temperature);
        float[] users = numbers(count * width, 6);
        float[] items = numbers(count * width, 7);
        System.arraycopy(users, 0, softmax.users(), 0, users.length);
        System.arraycopy(items, 0, softmax.items(), 0, items.length);
        double loss = softmax.loss(count, item, logQ, Workers.ofCaller());
        assertEquals(slowLoss(users, items, item, logQ, width, temperature), loss, 1e-5);
        float[] byUsers = Arrays.copyOf(softmax.userGradient(), users.length);
        float[] byItems = Arrays.copyOf(softmax.itemGradient(), items.length);
        Gradients.check(users, byUsers, () -> slowLoss(users, items, item, logQ, width, temperature));
        Gradients.check(items, byItems, () -> slowLoss(users, items, item, logQ, width, temperature));
    }

    private static double slowLoss(
            float[] users, float[] items, int[] item, float[] logQ, int width, double temperature) {
        double loss = 0;
        for (int i = 0; i < item.length; i++) {
            double own = 0;
            double sum = 0;
            for (int j = 0; j < item.length; j++) {
                double dot = 0;
                for (int x = 0; x < width; x++) {
                    dot += (double) users[i * width + x] * items[j * width + x];
                }
                double e = Math.exp(dot / temperature - logQ[j]);
                if (j == i) {
                    own = e;
                }
                if (j == i || item[j] != item[i]) {
                    sum += e;
                }
            }
            loss -= Math.log(own / sum) / item.length;
        }
        return loss;
    }

    @Test
    void adam_by_hand() {
        Network network = new Network();
        network.layout().constant(2, 1);
        network.start(new SplittableRandom(1));
        Training training = new Training(network, new Adam(0.1));
        float[] gradient = training.newGradient();
        gradient[0] = 2;
        training.step(Workers.ofCaller());
        // m = .2, v = .004; .1 * sqrt(.001) / .1 * .2 / (sqrt(.004) + 1e-8): a whole step, whatever the gradient.
        assertEquals(0.9, network.weights()[0], 1e-6);
        assertEquals(1, network.weights()[1]);
        assertEquals(0, gradient[0]);

        gradient[0] = -2;
        training.step(Workers.ofCaller());
        double m = 0.9 * 0.2 - 0.1 * 2;
        double v = 0.999 * 0.004 + 0.001 * 4;
        double moved = 0.1 * Math.sqrt(1 - 0.999 * 0.999) / (1 - 0.9 * 0.9) * m / Math.sqrt(v);
        assertEquals(0.9 - moved, network.weights()[0], 1e-6);
    }

    @Test
    void rows_of_embeddings_move_by_the_sum_of_their_gradients_and_others_stay() {
        Network network = new Network();
        int table = network.addTable(3, 2);
        network.start(new SplittableRandom(1));
        float[] before = network.table(table).values().clone();
        Inputs inputs = Inputs.of(2, (example, sink) -> {
            sink.row(table, example, 1, 0);
            sink.row(table, 2, 0.5f, 0);
        });
        Gather gather = new Gather(network, inputs);
        gather.start();
        float[] input = new float[4];
        gather.input(0, input, 0);
        gather.input(2, input, 2);
        assertEquals(before[0] + 0.5f * before[4], input[0], 1e-7);
        assertEquals(1.5f * before[5], input[3], 1e-7);

        Training training = new Training(network, new Adam(0.1));
        training.touched(gather.touches(), new float[] {1, -1, 2, 1});
        training.step(Workers.ofCaller());
        float[] after = network.table(table).values();
        assertEquals(before[0] - 0.1, after[0], 1e-6);
        assertEquals(before[1] + 0.1, after[1], 1e-6);
        assertEquals(before[2], after[2]);
        assertEquals(before[3], after[3]);
        // .5 * 1 + 1.5 * 2 > 0 and .5 * -1 + 1.5 * 1 > 0
        assertEquals(before[4] - 0.1, after[4], 1e-6);
        assertEquals(before[5] - 0.1, after[5], 1e-6);
    }

    @Test
    void a_mean_of_networks_is_that_of_their_weights_and_of_their_tables() {
        Network network = new Network();
        network.layout().constant(1, 3);
        int table = network.addTable(1, 1);
        network.start(new SplittableRandom(1));
        float vector = network.table(table).values()[0];
        NetworkMean mean = new NetworkMean(network);
        mean.add(network);
        network.weights()[0] = 5;
        network.table(table).clear(0);
        mean.add(network);
        network.weights()[0] = 10;
        mean.add(network);

        Network other = new Network();
        other.layout().constant(1, 0);
        other.addTable(1, 1);
        other.setTo(mean);
        assertEquals(6, other.weights()[0]);
        assertEquals(vector / 3, other.table(table).values()[0], 1e-8);
    }

    @Test
    void start_values_are_within_their_bounds() {
        WeightLayout layout = new WeightLayout();
        new Dense(layout, 10, 20);
        float[] weights = layout.start(new SplittableRandom(2));
        double bound = Math.sqrt(6.0 / 30);
        for (int at = 0; at < 200; at++) {
            assertTrue(Math.abs(weights[at]) < bound);
        }
        assertArrayEquals(new float[20], Arrays.copyOfRange(weights, 200, 220));
        assertEquals(List.of(220), List.of(layout.size()));
    }

    private static float[] numbers(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] numbers = new float[count];
        for (int at = 0; at < count; at++) {
            numbers[at] = (float) (2 * random.nextDouble() - 1);
        }
        return numbers;
    }
}
