package dev.linger.candidates.als;

import dev.linger.candidates.SparseRows;
import java.util.Arrays;

/**
 * The observed pairs of one row, gathered into a block: the factors of the fixed side and p and c of each pair. A
 * workspace of one thread; a gather replaces what was there.
 */
final class ObservedRow {
    private final int factorCount;
    private int count;
    private double[] factors = new double[0];
    private double[] preference = new double[0];
    private double[] confidence = new double[0];

    ObservedRow(int factorCount) {
        this.factorCount = factorCount;
    }

    /** Gathers a row of the log's pairs. */
    void gather(SparseRows pairs, int row, FactorMatrix fixed, Weighting weighting) {
        clear(pairs.count(row));
        for (int cell = pairs.from(row); cell < pairs.to(row); cell++) {
            add(pairs.column(cell), pairs.value(cell), fixed, weighting);
        }
    }

    /** Gathers any history: distinct columns and the value of each. */
    void gather(int[] columns, float[] values, FactorMatrix fixed, Weighting weighting) {
        clear(columns.length);
        for (int at = 0; at < columns.length; at++) {
            add(columns[at], values[at], fixed, weighting);
        }
    }

    /** The number of pairs. */
    int count() {
        return count;
    }

    /** Factors of the pairs, row-major: {@code count} rows of d. */
    double[] factors() {
        return factors;
    }

    /** c of the pairs. */
    double[] confidence() {
        return confidence;
    }

    /** {@code b = sum over pairs of c p y}: the right-hand side of the row's normal equations. */
    void rightHandSide(double[] b) {
        Arrays.fill(b, 0);
        for (int pair = 0; pair < count; pair++) {
            double weight = confidence[pair] * preference[pair];
            int base = pair * factorCount;
            for (int factor = 0; factor < factorCount; factor++) {
                b[factor] += weight * factors[base + factor];
            }
        }
    }

    private void clear(int capacity) {
        count = 0;
        if (confidence.length < capacity) {
            int grown = Math.max(capacity, 2 * confidence.length);
            factors = new double[Math.multiplyExact(grown, factorCount)];
            preference = new double[grown];
            confidence = new double[grown];
        }
    }

    private void add(int column, double value, FactorMatrix fixed, Weighting weighting) {
        fixed.read(column, factors, count * factorCount);
        preference[count] = weighting.preference(value);
        confidence[count] = weighting.confidence(value);
        count++;
    }
}
