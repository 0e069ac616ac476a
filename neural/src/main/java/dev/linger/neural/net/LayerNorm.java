package dev.linger.neural.net;

/**
 * Rows brought to mean 0 and variance 1, then scaled and shifted by learned numbers (Ba, Kiros and Hinton, Layer
 * Normalization, 2016):
 *
 * <pre>
 * n = (x - mean) / sqrt(variance + 1e-5),  y = gain n + shift;  gain starts at 1, shift at 0
 * dx = (dn - mean(dn) - n mean(dn n)) / sqrt(variance + 1e-5),  dn = gain dy
 * </pre>
 */
final class LayerNorm {
    private static final float TINY = 1e-5f;

    private final int width;
    private final int gainAt;
    private final int shiftAt;

    LayerNorm(WeightLayout layout, int width) {
        this.width = width;
        this.gainAt = layout.constant(width, 1);
        this.shiftAt = layout.constant(width, 0);
    }

    /** Writes y of so many rows, and n and 1 / sqrt(variance + 1e-5), which the way back reads. */
    void forward(float[] weights, float[] x, float[] normed, float[] scale, float[] y, int rows) {
        for (int row = 0; row < rows; row++) {
            int base = row * width;
            float mean = 0;
            for (int at = 0; at < width; at++) {
                mean += x[base + at];
            }
            mean /= width;
            float variance = 0;
            for (int at = 0; at < width; at++) {
                float from = x[base + at] - mean;
                variance = Math.fma(from, from, variance);
            }
            float of = (float) (1 / Math.sqrt(variance / width + TINY));
            scale[row] = of;
            for (int at = 0; at < width; at++) {
                float n = (x[base + at] - mean) * of;
                normed[base + at] = n;
                y[base + at] = Math.fma(n, weights[gainAt + at], weights[shiftAt + at]);
            }
        }
    }

    /** Adds to dx, and to the gradient of gain and shift. */
    void back(float[] weights, float[] normed, float[] scale, float[] dy, float[] dx, float[] gradient, int rows) {
        for (int row = 0; row < rows; row++) {
            int base = row * width;
            float sum = 0;
            float along = 0;
            for (int at = 0; at < width; at++) {
                float dn = dy[base + at] * weights[gainAt + at];
                sum += dn;
                along = Math.fma(dn, normed[base + at], along);
            }
            float mean = sum / width;
            float meanAlong = along / width;
            for (int at = 0; at < width; at++) {
                float d = dy[base + at];
                float n = normed[base + at];
                gradient[gainAt + at] = Math.fma(d, n, gradient[gainAt + at]);
                gradient[shiftAt + at] += d;
                dx[base + at] += (d * weights[gainAt + at] - mean - n * meanAlong) * scale[row];
            }
        }
    }
}
