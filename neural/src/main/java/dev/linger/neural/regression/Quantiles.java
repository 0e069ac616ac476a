package dev.linger.neural.regression;

import java.util.Arrays;

/**
 * Places of numbers among quantiles of their kind: 0 at or below the lowest, {@link #steps} at or above the highest, a whole
 * number at each quantile, and linear in between. So a heavy tail weighs as much as the rows that are in it, and no more.
 *
 * @param knots the quantiles, finite, rising, each once; none of a column that is missing everywhere
 */
record Quantiles(float[] knots) {
    Quantiles {
        for (int at = 0; at < knots.length; at++) {
            if (!Float.isFinite(knots[at]) || (at > 0 && !(knots[at] > knots[at - 1]))) {
                throw new IllegalArgumentException(
                        "quantiles must be finite and rise but are " + Arrays.toString(knots));
            }
        }
    }

    /** Those that cut finite numbers into so many parts of about the same size. */
    static Quantiles of(float[] numbers, int parts) {
        float[] sorted = numbers.clone();
        Arrays.sort(sorted);
        float[] knots = new float[parts + 1];
        int count = 0;
        for (int part = 0; part <= parts && sorted.length > 0; part++) {
            // + 0 makes -0 to 0, so that two zeros are one knot.
            float knot = sorted[(int) ((long) part * (sorted.length - 1) / parts)] + 0f;
            if (count == 0 || knot > knots[count - 1]) {
                knots[count++] = knot;
            }
        }
        return new Quantiles(Arrays.copyOf(knots, count));
    }

    /** The place of the highest; 0 where all are the same. */
    int steps() {
        return Math.max(0, knots.length - 1);
    }

    float place(float number) {
        if (steps() == 0 || number <= knots[0]) {
            return 0;
        }
        if (number >= knots[steps()]) {
            return steps();
        }
        int found = Arrays.binarySearch(knots, number);
        if (found >= 0) {
            return found;
        }
        int below = -found - 2;
        // In double: the difference of two floats may be none.
        double share = ((double) number - knots[below]) / ((double) knots[below + 1] - knots[below]);
        return (float) (below + share);
    }

    /** The number that has a place; the nearest one there is for places outside. */
    double number(double place) {
        if (!(place > 0)) {
            return knots[0];
        }
        if (place >= steps()) {
            return knots[steps()];
        }
        int below = (int) place;
        return knots[below] + (place - below) * ((double) knots[below + 1] - knots[below]);
    }
}
