package dev.linger.neural.net;

/**
 * Rows divided by their length.
 *
 * <pre>
 * y = x / |x|,  dx = (dy - y (y . dy)) / |x|,  |x| = sqrt(1e-12 + sum of squares)
 * </pre>
 */
public final class UnitRows {
    private static final float TINY = 1e-12f;

    private UnitRows() {}

    /** Writes y of so many rows of x. */
    public static void forward(float[] x, float[] y, int yAt, int rows, int width) {
        for (int row = 0; row < rows; row++) {
            float length = length(x, row * width, width);
            for (int at = 0; at < width; at++) {
                y[yAt + row * width + at] = x[row * width + at] / length;
            }
        }
    }

    /** Writes the gradient by x, given that by y; y and dy begin at a place. */
    public static void back(float[] x, float[] y, float[] dy, int yAt, float[] dx, int rows, int width) {
        for (int row = 0; row < rows; row++) {
            int of = yAt + row * width;
            float length = length(x, row * width, width);
            float dot = 0;
            for (int at = 0; at < width; at++) {
                dot = Math.fma(y[of + at], dy[of + at], dot);
            }
            for (int at = 0; at < width; at++) {
                dx[row * width + at] = (dy[of + at] - y[of + at] * dot) / length;
            }
        }
    }

    private static float length(float[] x, int from, int width) {
        float sum = TINY;
        for (int at = from; at < from + width; at++) {
            sum = Math.fma(x[at], x[at], sum);
        }
        return (float) Math.sqrt(sum);
    }
}
