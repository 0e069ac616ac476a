package dev.linger.candidates.als;

import dev.linger.candidates.StrictColumns;
import dev.linger.data.columns.ColumnReader;
import dev.linger.data.columns.ColumnWriter;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The factors of all users or of all items: one row each, row-major floats; sums over them are made in double. Rows are
 * written while a model is fitted and never after.
 */
public final class FactorMatrix {
    /** Spread of the start values before the division by sqrt(factorCount): Rendle et al. 2022, section 4. */
    private static final double START_SPREAD = 0.1;

    private final int rowCount;
    private final int factorCount;
    private final float[] values;

    FactorMatrix(int rowCount, int factorCount) {
        this(rowCount, factorCount, new float[Math.multiplyExact(rowCount, factorCount)]);
    }

    private FactorMatrix(int rowCount, int factorCount, float[] values) {
        this.rowCount = rowCount;
        this.factorCount = factorCount;
        this.values = values;
    }

    /**
     * Rows at hand, row-major; not copied.
     *
     * @throws IllegalArgumentException where the last row is not whole
     */
    public static FactorMatrix of(int factorCount, float[] values) {
        if (values.length % factorCount != 0) {
            throw new IllegalArgumentException(values.length + " values are no rows of " + factorCount + " factors");
        }
        return new FactorMatrix(values.length / factorCount, factorCount, values);
    }

    /** A copy of the rows {@code from..to-1}. */
    public FactorMatrix rows(int from, int to) {
        return new FactorMatrix(
                to - from, factorCount, Arrays.copyOfRange(values, from * factorCount, to * factorCount));
    }

    /** Sets rows from one on. */
    public void writeRows(int from, FactorMatrix rows) {
        System.arraycopy(rows.values, 0, values, from * factorCount, rows.values.length);
    }

    /** One row, each value rounded to float. */
    static FactorMatrix ofRow(double[] row) {
        FactorMatrix matrix = new FactorMatrix(1, row.length);
        matrix.write(0, row);
        return matrix;
    }

    /** Start values: normal, mean 0, standard deviation {@code 0.1 / sqrt(factorCount)}. */
    static FactorMatrix random(int rowCount, int factorCount, SplittableRandom random) {
        FactorMatrix matrix = new FactorMatrix(rowCount, factorCount);
        double deviation = START_SPREAD / Math.sqrt(factorCount);
        for (int at = 0; at < matrix.values.length; at++) {
            matrix.values[at] = (float) (deviation * random.nextGaussian());
        }
        return matrix;
    }

    /**
     * Reads what {@link #write(ColumnWriter)} wrote.
     *
     * @throws IllegalArgumentException where it is of another size or a value is not finite
     */
    static FactorMatrix read(ColumnReader in, int rowCount, int factorCount) throws IOException {
        return new FactorMatrix(rowCount, factorCount, StrictColumns.finiteFloats(in, (long) rowCount * factorCount));
    }

    /** Writes the values as one column. */
    void write(ColumnWriter out) throws IOException {
        out.floats(values);
    }

    public int rowCount() {
        return rowCount;
    }

    public int factorCount() {
        return factorCount;
    }

    public float value(int row, int factor) {
        return values[row * factorCount + factor];
    }

    /** Whether nothing is known of the row: all its factors are 0. */
    public boolean isZero(int row) {
        for (int at = row * factorCount; at < (row + 1) * factorCount; at++) {
            if (values[at] != 0) {
                return false;
            }
        }
        return true;
    }

    /** The length of a row: the square root of the sum of its squares. */
    public double norm(int row) {
        double squares = 0;
        for (int at = row * factorCount; at < (row + 1) * factorCount; at++) {
            squares += (double) values[at] * values[at];
        }
        return Math.sqrt(squares);
    }

    /** The dot product of a row with a vector, in four partial sums so that the additions overlap. */
    public double dot(int row, double[] vector) {
        int base = row * factorCount;
        int factor = 0;
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        for (; factor + 3 < factorCount; factor += 4) {
            a += values[base + factor] * vector[factor];
            b += values[base + factor + 1] * vector[factor + 1];
            c += values[base + factor + 2] * vector[factor + 2];
            d += values[base + factor + 3] * vector[factor + 3];
        }
        for (; factor < factorCount; factor++) {
            a += values[base + factor] * vector[factor];
        }
        return (a + b) + (c + d);
    }

    /** Copies a row into {@code to}, from position {@code at}. */
    public void read(int row, double[] to, int at) {
        int base = row * factorCount;
        for (int factor = 0; factor < factorCount; factor++) {
            to[at + factor] = values[base + factor];
        }
    }

    /** All rows, row-major; not to be changed. */
    public float[] values() {
        return values;
    }

    /** Sets a row, each value rounded to float. */
    void write(int row, double[] from) {
        int base = row * factorCount;
        for (int factor = 0; factor < factorCount; factor++) {
            values[base + factor] = (float) from[factor];
        }
    }
}
