package dev.linger.data.source;

import java.util.List;

/**
 * The statistics of a data set as its files are, without any cleaning, beside published ones.
 *
 * @param reference the data set that the published statistics are of
 * @param counts whole numbers
 * @param shapes distributions, means and shares; durations in milliseconds
 * @param notes instants and days, one sentence each
 */
public record DataInspection(String reference, List<Figure> counts, List<Figure> shapes, List<String> notes) {
    public DataInspection {
        counts = List.copyOf(counts);
        shapes = List.copyOf(shapes);
        notes = List.copyOf(notes);
    }

    /**
     * One statistic.
     *
     * @param of file or column it is taken from
     * @param statistic what it is
     * @param value of the data set
     * @param published of the reference, NaN where none is published
     */
    public record Figure(String of, String statistic, double value, double published) {
        /** By how many percent of the published value this one is above it; NaN where none is published. */
        public double differencePercent() {
            return 100 * (value / published - 1);
        }
    }
}
