package dev.linger.neural.net;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.DoubleSupplier;

/** Compares gradients with what a small change of each number does to the loss. */
public final class Gradients {
    private static final float STEP = 4e-3f;

    private Gradients() {}

    /**
     * Checks the gradient of a loss by each of the numbers.
     *
     * @param x the numbers, which are changed and set back
     * @param gradient what is said to be the loss's gradient by them
     * @param loss computes the loss by the numbers as they are
     */
    public static void check(float[] x, float[] gradient, DoubleSupplier loss) {
        double largest = 0;
        for (float of : gradient) {
            largest = Math.max(largest, Math.abs(of));
        }
        for (int at = 0; at < x.length; at++) {
            float before = x[at];
            x[at] = before + STEP;
            double above = loss.getAsDouble();
            x[at] = before - STEP;
            double below = loss.getAsDouble();
            x[at] = before;
            assertEquals((above - below) / (2 * STEP), gradient[at], 0.01 * largest + 1e-4, "number " + at);
        }
    }
}
