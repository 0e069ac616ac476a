package dev.linger.ranker;

/**
 * What each column added to the scores of rows: {@code score(row) = base + sum over columns of of(row, column)}.
 *
 * <p>Where a ranker's score is a function of a sum (trees with a log link or of a square root), it is the sum that is split.
 *
 * @param base the score of a row of which nothing is known
 * @param columns how many columns a row has
 * @param values contributions, row-major
 */
public record ColumnContributions(double base, int columns, double[] values) {
    public ColumnContributions {
        if (columns < 1 || values.length % columns != 0) {
            throw new IllegalArgumentException(values.length + " contributions do not make rows of " + columns);
        }
    }

    public double of(int row, int column) {
        return values[row * columns + column];
    }

    /** The sum that was split. */
    public double sum(int row) {
        double sum = base;
        for (int column = 0; column < columns; column++) {
            sum += of(row, column);
        }
        return sum;
    }
}
