package dev.linger.benchmarks;

/** The growth of a cost with its input: {@code cost = factor * size^exponent}. */
final class PowerLaw {
    private PowerLaw() {}

    /**
     * The slope of log(cost) on log(size) by least squares: 1 where cost grows in proportion, 2 where it grows with the
     * square.
     *
     * @param sizes above 0
     * @param costs one a size; those that are 0, too small to have been measured, are left out
     * @return NaN where fewer than two different sizes are left
     */
    static double exponent(double[] sizes, double[] costs) {
        double count = 0;
        double meanX = 0;
        double meanY = 0;
        for (int at = 0; at < sizes.length; at++) {
            if (costs[at] > 0) {
                count++;
                meanX += Math.log(sizes[at]);
                meanY += Math.log(costs[at]);
            }
        }
        meanX /= count;
        meanY /= count;
        double xx = 0;
        double xy = 0;
        for (int at = 0; at < sizes.length; at++) {
            if (costs[at] > 0) {
                double x = Math.log(sizes[at]) - meanX;
                xx += x * x;
                xy += x * (Math.log(costs[at]) - meanY);
            }
        }
        return xx > 0 ? xy / xx : Double.NaN;
    }
}
