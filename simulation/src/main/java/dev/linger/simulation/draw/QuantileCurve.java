package dev.linger.simulation.draw;

import dev.linger.data.Draws;

/**
 * A distribution given by some of its quantiles, linear between them: what published summaries of a column give.
 *
 * @param share shares of the population, ascending from 0 to 1
 * @param value value below which that share lies, ascending
 */
public record QuantileCurve(double[] share, double[] value) {
    public QuantileCurve {
        if (share.length != value.length || share[0] != 0 || share[share.length - 1] != 1) {
            throw new IllegalArgumentException("a quantile curve needs a value for each share from 0 to 1");
        }
    }

    /** The value below which the given share of the population lies. */
    double at(double wanted) {
        int right = 1;
        while (share[right] < wanted) {
            right++;
        }
        double position = (wanted - share[right - 1]) / (share[right] - share[right - 1]);
        return value[right - 1] + position * (value[right] - value[right - 1]);
    }

    public double draw(Draws draws) {
        return at(draws.uniform());
    }

    /** As many values as are wanted, evenly spread over the population and dealt in random order. */
    public double[] deal(int count, Draws draws) {
        double[] values = new double[count];
        for (int at = 0; at < count; at++) {
            values[at] = at((at + 0.5) / count);
        }
        for (int at = 0; at < count; at++) {
            int other = at + draws.below(count - at);
            double swap = values[at];
            values[at] = values[other];
            values[other] = swap;
        }
        return values;
    }
}
