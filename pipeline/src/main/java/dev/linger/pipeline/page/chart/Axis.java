package dev.linger.pipeline.page.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A scale from values to a length, with ticks at round values.
 *
 * @param low value at the beginning
 * @param high value at the end, above it
 * @param log whether equal lengths are equal ratios
 * @param ticks within the scale, ascending
 */
record Axis(double low, double high, boolean log, List<Double> ticks) {
    private static final int TICKS = 4;
    private static final double[] ROUND = {1, 2, 5, 10};

    /** A scale that holds the values, which are finite; from 0 where all are above it and it is not one of ratios. */
    static Axis of(double least, double most, boolean fromZero) {
        double low = fromZero ? Math.min(0, least) : least;
        double high = most > low ? most : low + 1;
        double step = step((high - low) / TICKS);
        double first = Math.floor(low / step) * step;
        List<Double> ticks = new ArrayList<>();
        double last = first;
        for (int at = 0; last < high - step / 1e6; at++) {
            last = first + at * step;
            ticks.add(last);
        }
        return new Axis(first, last, false, ticks);
    }

    /** A scale of ratios with a tick at each of these values, which are above 0. */
    static Axis logarithmic(List<Double> values) {
        return new Axis(values.get(0), values.get(values.size() - 1), true, List.copyOf(values));
    }

    private static double step(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (double round : ROUND) {
            if (round * power >= least * (1 - 1e-9)) {
                return round * power;
            }
        }
        return 10 * power;
    }

    /** Where a value lies, 0 at the beginning and 1 at the end. */
    double share(double value) {
        if (high == low) {
            return 0.5;
        }
        return log
                ? (Math.log(value) - Math.log(low)) / (Math.log(high) - Math.log(low))
                : (value - low) / (high - low);
    }

    /** A tick as text, with as many digits as tell it from its neighbours. */
    String label(double tick) {
        double size = Math.max(Math.abs(low), Math.abs(high));
        if (size >= 1e5) {
            return String.format(Locale.ROOT, "%.3g", tick);
        }
        double step = ticks.size() < 2 ? 1 : Math.abs(ticks.get(1) - ticks.get(0));
        int digits = log ? 0 : (int) Math.max(0, Math.min(6, -Math.floor(Math.log10(step) + 1e-9)));
        String text = String.format(Locale.ROOT, "%." + digits + "f", tick);
        return text.matches("-0\\.?0*") ? text.substring(1) : text;
    }
}
