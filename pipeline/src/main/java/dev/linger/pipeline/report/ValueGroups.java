package dev.linger.pipeline.report;

import java.util.List;

/**
 * Values parted into groups, for rows of tables.
 *
 * @param by what the values are
 * @param bounds where each group but the first begins, ascending
 * @param names of the groups
 */
public record ValueGroups(String by, List<Double> bounds, List<String> names) {
    /** Users by how much they had played. */
    public static final ValueGroups ACTIVITY = new ValueGroups(
            "plays before the cut",
            List.of(1.0, 4.0, 11.0, 31.0),
            List.of("none", "1 to 3", "4 to 10", "11 to 30", "more than 30"));

    /** Videos by length in milliseconds. */
    public static final ValueGroups DURATION = new ValueGroups(
            "duration",
            List.of(10_000.0, 30_000.0, 60_000.0, 180_000.0),
            List.of("under 10 s", "10 to 30 s", "30 to 60 s", "1 to 3 min", "3 min and more"));

    /** Videos by plays before the cut. */
    public static final ValueGroups WARMTH =
            new ValueGroups("plays before the cut", List.of(1.0), List.of("cold", "warm"));

    /** Videos by days since their upload. */
    public static final ValueGroups AGE = new ValueGroups(
            "days since upload",
            List.of(2.0, 8.0, 31.0, 91.0),
            List.of("0 or 1", "2 to 7", "8 to 30", "31 to 90", "more than 90"));

    public ValueGroups {
        bounds = List.copyOf(bounds);
        names = List.copyOf(names);
    }

    /** The group of a value that is a number, from 0. */
    public int of(double value) {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException(by + " is not known");
        }
        int group = 0;
        while (group < bounds.size() && value >= bounds.get(group)) {
            group++;
        }
        return group;
    }
}
