package dev.linger.ranker.linear;

import dev.linger.data.columns.ColumnReader;
import dev.linger.data.columns.ColumnWriter;
import java.io.IOException;

/**
 * A number, standardised, and whether it is missing.
 *
 * @param mean of the training cells that are there
 * @param scale 1 / standard deviation of those
 * @param valueTerm term of the value, or none where all cells are equal
 * @param missingTerm term of being missing, or none where no cell is or all are
 */
record NumberEncoding(double mean, double scale, int valueTerm, int missingTerm) implements ColumnEncoding {
    /** A column whose terms, of those it has, begin with {@code firstTerm}. */
    static NumberEncoding of(double mean, double scale, boolean varies, boolean sometimesMissing, int firstTerm) {
        int missingTerm = firstTerm + (varies ? 1 : 0);
        return new NumberEncoding(mean, scale, varies ? firstTerm : NO_TERM, sometimesMissing ? missingTerm : NO_TERM);
    }

    @Override
    public int termCount() {
        return (valueTerm == NO_TERM ? 0 : 1) + (missingTerm == NO_TERM ? 0 : 1);
    }

    @Override
    public int term(float cell) {
        return Float.isNaN(cell) ? missingTerm : valueTerm;
    }

    @Override
    public double value(float cell) {
        return Float.isNaN(cell) ? 1 : (cell - mean) * scale;
    }

    @Override
    public void writeTo(ColumnWriter out) throws IOException {
        out.number(mean);
        out.number(scale);
        out.number((valueTerm == NO_TERM ? 0 : 1) + (missingTerm == NO_TERM ? 0 : 2));
    }

    static NumberEncoding readFrom(ColumnReader in, int firstTerm) throws IOException {
        double mean = in.real();
        double scale = in.real();
        int terms = in.number();
        boolean varies = (terms & 1) != 0;
        boolean standardises = Double.isFinite(mean) && scale > 0 && Double.isFinite(scale);
        if (terms < 0 || terms > 3 || (varies && !standardises)) {
            throw new IllegalArgumentException(
                    "a number of mean " + mean + " and scale " + scale + " has the terms " + terms);
        }
        return of(mean, scale, varies, (terms & 2) != 0, firstTerm);
    }
}
