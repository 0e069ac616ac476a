package dev.linger.neural.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TransformerTest {
    private static final int WIDTH = 4;
    private static final int[] START = {0, 3, 4, 8};

    private final WeightLayout layout = new WeightLayout();
    private final Transformer transformer = new Transformer(layout, WIDTH, 2, 2, 5, 0);
    private final float[] weights = weights();

    /** Start values with biases that are not all 0. */
    private float[] weights() {
        float[] weights = layout.start(new SplittableRandom(3));
        SplittableRandom random = new SplittableRandom(4);
        for (int at = 0; at < weights.length; at++) {
            weights[at] += (float) (0.2 * random.nextDouble() - 0.1);
        }
        return weights;
    }

    @Test
    void gradients_are_those_of_small_changes() {
        float[] input = numbers(8 * WIDTH, 1);
        float[] towards = numbers(8 * WIDTH, 2);
        Transformer.Pass pass = transformer.new Pass(new PlainMatrixKernels(), 3);
        along(pass, input, towards);
        System.arraycopy(towards, 0, pass.outputGradient(), 0, towards.length);
        float[] transposed = new float[weights.length];
        transformer.transpose(weights, transposed);
        float[] gradient = new float[weights.length];
        pass.backward(weights, transposed, gradient, START, 3);
        float[] byInput = Arrays.copyOf(pass.inputGradient(), input.length);

        Transformer.Pass again = transformer.new Pass(new PlainMatrixKernels(), 3);
        Gradients.check(weights, gradient, () -> along(again, input, towards));
        Gradients.check(input, byInput, () -> along(again, input, towards));
    }

    private double along(Transformer.Pass pass, float[] input, float[] towards) {
        System.arraycopy(input, 0, pass.input(), 0, input.length);
        pass.forward(weights, START, 3);
        double sum = 0;
        for (int at = 0; at < towards.length; at++) {
            sum += (double) towards[at] * pass.output()[at];
        }
        return sum;
    }

    @Test
    void a_token_sees_those_before_it_and_none_after_it() {
        float[] input = numbers(5 * WIDTH, 1);
        float[] whole = outputs(input, 5);
        float[] other = input.clone();
        other[3 * WIDTH] += 1;
        float[] changed = outputs(other, 5);
        assertArrayEquals(Arrays.copyOf(whole, 3 * WIDTH), Arrays.copyOf(changed, 3 * WIDTH));
        for (int token = 3; token < 5; token++) {
            assertEquals(false, whole[token * WIDTH] == changed[token * WIDTH], "token " + token);
        }
        assertArrayEquals(Arrays.copyOf(whole, 2 * WIDTH), outputs(Arrays.copyOf(input, 2 * WIDTH), 2));
    }

    private float[] outputs(float[] input, int tokens) {
        Transformer.Pass pass = transformer.new Pass(new PlainMatrixKernels(), 1);
        System.arraycopy(input, 0, pass.input(), 0, input.length);
        pass.forward(weights, new int[] {0, tokens}, 1);
        return Arrays.copyOf(pass.output(), input.length);
    }

    @Test
    void attention_is_the_slow_one() {
        int tokens = 4;
        SelfAttention attention = new SelfAttention(WIDTH, 2);
        float[] qkv = numbers(tokens * 3 * WIDTH, 9);
        float[] o = new float[tokens * WIDTH];
        attention.new Pass(MatrixKernels.chosen(), 5).forward(qkv, 0, new float[2 * 25], 0, o, 0, tokens);
        for (int head = 0; head < 2; head++) {
            for (int token = 0; token < tokens; token++) {
                double[] p = new double[token + 1];
                for (int other = 0; other <= token; other++) {
                    double dot = 0;
                    for (int x = 0; x < 2; x++) {
                        dot += (double) qkv[token * 12 + head * 2 + x] * qkv[other * 12 + 4 + head * 2 + x];
                    }
                    p[other] = Math.exp(dot / Math.sqrt(2));
                }
                double sum = Arrays.stream(p).sum();
                for (int x = 0; x < 2; x++) {
                    double expected = 0;
                    for (int other = 0; other <= token; other++) {
                        expected += p[other] / sum * qkv[other * 12 + 8 + head * 2 + x];
                    }
                    assertEquals(expected, o[token * WIDTH + head * 2 + x], 1e-6);
                }
            }
        }
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
