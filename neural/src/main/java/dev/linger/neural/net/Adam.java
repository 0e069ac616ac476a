package dev.linger.neural.net;

/**
 * Adam (Kingma and Ba, ICLR 2015, algorithm 1, in the order of section 2's last paragraph): for a gradient g at step t
 *
 * <pre>
 * m = .9 m + .1 g,  v = .999 v + .001 g^2
 * weight -= learningRate * sqrt(1 - .999^t) / (1 - .9^t) * m / (sqrt(v) + 1e-8)
 * </pre>
 *
 * @param learningRate above 0
 */
public record Adam(double learningRate) {
    private static final float MEAN = 0.9f;
    private static final float SQUARE = 0.999f;
    private static final float TINY = 1e-8f;

    public Adam {
        if (!(learningRate > 0) || Double.isInfinite(learningRate)) {
            throw new IllegalArgumentException("learningRate must be > 0 and finite but was " + learningRate);
        }
    }

    /** The factor of a step before {@code m / (sqrt(v) + 1e-8)}; steps count from 1. */
    public float rate(int step) {
        return (float) (learningRate * Math.sqrt(1 - StrictMath.pow(SQUARE, step)) / (1 - StrictMath.pow(MEAN, step)));
    }

    /** The means m and v of an array of weights. */
    static final class Moments {
        private final float[] mean;
        private final float[] square;

        Moments(int size) {
            this.mean = new float[size];
            this.square = new float[size];
        }

        float[] mean() {
            return mean;
        }

        float[] square() {
            return square;
        }

        /** Moves the weights {@code from..to-1} against their gradient, which begins at 0. */
        void move(float rate, float[] weights, int from, int to, float[] gradient) {
            for (int at = from; at < to; at++) {
                float g = gradient[at - from];
                float m = MEAN * mean[at] + (1 - MEAN) * g;
                float v = SQUARE * square[at] + (1 - SQUARE) * (g * g);
                mean[at] = m;
                square[at] = v;
                weights[at] -= rate * m / ((float) Math.sqrt(v) + TINY);
            }
        }
    }
}
