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

    public ValueGroups {
        bounds = List.copyOf(bounds);
        names = List.copyOf(names);
    }

    /** The group of a value, from 0. */
    public int of(double value) {
        int group = 0;
        while (group < bounds.size() && value >= bounds.get(group)) {
            group++;
        }
        return group;
    }
}
