package dev.linger.candidates.hybrid;

import dev.linger.candidates.StrictColumns;
import dev.linger.data.columns.ColumnReader;
import dev.linger.data.columns.ColumnWriter;
import java.io.IOException;

/**
 * Coordinates of vectors on some axes: {@code x A - offset}, A being width x axes.
 *
 * @param matrix A, row-major
 * @param offset the coordinates of the mean, one for each axis
 * @param share of the variance that the axes keep
 */
record Projection(double[] matrix, double[] offset, double share) {
    private static final double ROUNDING = 1e-9;

    /** How many axes there are. */
    int axes() {
        return offset.length;
    }

    /** Writes the coordinates of a vector to {@code into[at..at+axes()-1]}. */
    void write(double[] vector, float[] into, int at) {
        int axes = offset.length;
        for (int axis = 0; axis < axes; axis++) {
            double sum = -offset[axis];
            for (int x = 0; x < vector.length; x++) {
                sum += vector[x] * matrix[x * axes + axis];
            }
            into[at + axis] = (float) sum;
        }
    }

    void write(ColumnWriter out) throws IOException {
        out.number(axes());
        out.number(share);
        out.doubles(offset);
        out.doubles(matrix);
    }

    /**
     * Reads what was written.
     *
     * @param width of the vectors
     * @param most how many axes there may be
     */
    static Projection read(ColumnReader in, int width, int most) throws IOException {
        int axes = in.number();
        if (axes < 0 || axes > most) {
            throw new IllegalArgumentException("there must be 0.." + most + " axes but are " + axes);
        }
        double share = in.real();
        if (!(share >= 0 && share <= 1 + ROUNDING)) {
            throw new IllegalArgumentException("a share must be in [0, 1] but is " + share);
        }
        double[] offset = StrictColumns.finiteDoubles(in, axes);
        return new Projection(StrictColumns.finiteDoubles(in, width * axes), offset, share);
    }
}
