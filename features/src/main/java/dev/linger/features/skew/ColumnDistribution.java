package dev.linger.features.skew;

import dev.linger.data.columns.ColumnReader;
import dev.linger.data.columns.ColumnWriter;
import dev.linger.features.FeatureColumn;
import java.io.IOException;
import java.util.Arrays;

/**
 * How the values of a column are spread over rows.
 *
 * @param column its name
 * @param bins made of these values
 * @param counts how many of the rows are in each bin, at least 0; the last one is of what is missing
 */
public record ColumnDistribution(String column, ValueBins bins, int[] counts) {
    public ColumnDistribution {
        if (counts.length != bins.count() || Arrays.stream(counts).anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException(
                    column + ": " + Arrays.toString(counts) + " are no counts of " + bins.count() + " bins");
        }
    }

    /** That of a column with these values. */
    public static ColumnDistribution of(FeatureColumn column, float[] values) {
        ValueBins bins =
                column.kind() == FeatureColumn.Kind.CATEGORY ? ValueBins.ofLevels(values) : ValueBins.ofNumbers(values);
        return new ColumnDistribution(column.name(), bins, bins.counts(values));
    }

    /** The number of rows. */
    public int rows() {
        return Arrays.stream(counts).sum();
    }

    /** The share of the rows whose value is missing; NaN where there are no rows. */
    public double missing() {
        return (double) counts[counts.length - 1] / rows();
    }

    /** The {@link PopulationStability} of other values of the column against these. */
    public double stability(float[] others) {
        return PopulationStability.of(counts, bins.counts(others));
    }

    void write(ColumnWriter out) throws IOException {
        out.text(column);
        out.number(bins.ofLevels() ? 1 : 0);
        out.floats(bins.bounds());
        out.ints(counts);
    }

    static ColumnDistribution read(ColumnReader in) throws IOException {
        String column = in.text();
        int ofLevels = in.number();
        if (ofLevels != 0 && ofLevels != 1) {
            throw new IllegalArgumentException(column + ": bins of kind " + ofLevels);
        }
        return new ColumnDistribution(column, new ValueBins(ofLevels == 1, in.floats()), in.ints());
    }
}
