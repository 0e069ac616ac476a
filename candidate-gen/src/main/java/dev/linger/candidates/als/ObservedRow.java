package dev.linger.candidates.als;

import dev.linger.candidates.SparseRows;

/**
 * The observed pairs of one row: which rows of the fixed side, and p and c of each. A workspace of one thread; a gather
 * replaces what was there.
 */
final class ObservedRow {
    private final FactorMatrix fixed;
    private final Weighting weighting;
    private int count;
    private double preferenceSquares;
    private int[] columns = new int[0];
    private double[] preference = new double[0];
    private double[] confidence = new double[0];

    /**
     * @param fixed factors of the other side
     * @param weighting (p, c) of a pair
     */
    ObservedRow(FactorMatrix fixed, Weighting weighting) {
        this.fixed = fixed;
        this.weighting = weighting;
    }

    /** Gathers a row of the log's pairs. */
    void gather(SparseRows pairs, int row) {
        clear(pairs.count(row));
        for (int cell = pairs.from(row); cell < pairs.to(row); cell++) {
            add(pairs.column(cell), pairs.value(cell));
        }
    }

    /** Gathers any history: distinct columns and the value of each. */
    void gather(int[] historyColumns, float[] values) {
        clear(historyColumns.length);
        for (int at = 0; at < historyColumns.length; at++) {
            add(historyColumns[at], values[at]);
        }
    }

    /** The number of pairs. */
    int count() {
        return count;
    }

    /** {@code sum c p^2}: what the row has in the loss where all factors are 0. */
    double preferenceSquares() {
        return preferenceSquares;
    }

    /** Factors of the other side. */
    FactorMatrix fixed() {
        return fixed;
    }

    /** The row of {@link #fixed} of each pair. */
    int[] columns() {
        return columns;
    }

    /** p of the pairs. */
    double[] preference() {
        return preference;
    }

    /** c of the pairs. */
    double[] confidence() {
        return confidence;
    }

    private void clear(int capacity) {
        count = 0;
        preferenceSquares = 0;
        if (confidence.length < capacity) {
            int grown = Math.max(capacity, 2 * confidence.length);
            columns = new int[grown];
            preference = new double[grown];
            confidence = new double[grown];
        }
    }

    private void add(int column, double value) {
        double p = weighting.preference(value);
        double c = weighting.confidence(value);
        columns[count] = column;
        preference[count] = p;
        confidence[count] = c;
        preferenceSquares += c * p * p;
        count++;
    }
}
