package dev.linger.ranker.linear;

/**
 * A number, standardised, and whether it is missing.
 *
 * @param mean of the training cells that are there
 * @param scale 1 / standard deviation of those
 * @param valueTerm term of the value, or none where all cells are equal
 * @param missingTerm term of being missing, or none where no cell is or all are
 */
record NumberEncoding(double mean, double scale, int valueTerm, int missingTerm) implements ColumnEncoding {
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
