package dev.linger.ranker.linear;

import dev.linger.features.FeatureRows;

/**
 * A number, standardised, and whether it is missing.
 *
 * @param mean of the training cells that are there
 * @param scale 1 / standard deviation of those
 * @param valueTerm term of the value, or none where all cells are equal
 * @param missingTerm term of being missing, or none where no cell is or all are
 */
record NumberEncoding(double mean, double scale, int valueTerm, int missingTerm) implements ColumnEncoding {
    static NumberEncoding of(FeatureRows rows, int column, int firstTerm) {
        double sum = 0;
        int present = 0;
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (int row = 0; row < rows.size(); row++) {
            float cell = rows.value(row, column);
            if (Float.isInfinite(cell)) {
                throw new IllegalArgumentException("column "
                        + rows.columns().get(column).name() + " must be finite but is " + cell + " in row " + row);
            }
            if (!Float.isNaN(cell)) {
                sum += cell;
                present++;
                lowest = Math.min(lowest, cell);
                highest = Math.max(highest, cell);
            }
        }
        double mean = sum / present;
        boolean varies = lowest < highest;
        boolean sometimesMissing = present > 0 && present < rows.size();
        double scale = varies ? Math.sqrt(present / squares(rows, column, mean)) : 0;
        int missingTerm = firstTerm + (varies ? 1 : 0);
        return new NumberEncoding(mean, scale, varies ? firstTerm : NO_TERM, sometimesMissing ? missingTerm : NO_TERM);
    }

    private static double squares(FeatureRows rows, int column, double mean) {
        double squares = 0;
        for (int row = 0; row < rows.size(); row++) {
            float cell = rows.value(row, column);
            squares += Float.isNaN(cell) ? 0 : (cell - mean) * (cell - mean);
        }
        return squares;
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
}
