package dev.linger.ranker.linear;

/** Mean and spread of a number, by one update a cell (Welford, Technometrics 1962). */
final class NumberSummary implements ColumnSummary {
    private final String name;
    private int rows;
    private int present;
    private double mean;
    private double squares;
    private float lowest = Float.POSITIVE_INFINITY;
    private float highest = Float.NEGATIVE_INFINITY;

    NumberSummary(String name) {
        this.name = name;
    }

    @Override
    public void add(float cell) {
        if (Float.isInfinite(cell)) {
            throw new IllegalArgumentException("column " + name + " must be finite but is " + cell + " in row " + rows);
        }
        rows++;
        if (!Float.isNaN(cell)) {
            present++;
            double distance = cell - mean;
            mean += distance / present;
            squares += distance * (cell - mean);
            lowest = Math.min(lowest, cell);
            highest = Math.max(highest, cell);
        }
    }

    @Override
    public ColumnEncoding encoding(int firstTerm) {
        boolean varies = lowest < highest;
        boolean sometimesMissing = present > 0 && present < rows;
        double scale = varies ? Math.sqrt(present / squares) : 0;
        return NumberEncoding.of(present == 0 ? Double.NaN : mean, scale, varies, sometimesMissing, firstTerm);
    }
}
