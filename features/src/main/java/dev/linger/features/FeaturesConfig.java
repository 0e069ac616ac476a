package dev.linger.features;

import java.util.HashSet;
import java.util.List;

/**
 * Which feature rows are made.
 *
 * @param groups the groups of columns, in the order of the columns
 * @param excludedColumns columns of these groups that are left out; a name that none of them has is an error
 * @param priorPlays how many plays at its parent's mean a smoothed mean starts with: (sum + priorPlays * parent's mean) /
 *     (count + priorPlays); 0 does not smooth
 * @param buckets most buckets of durations, with about the same number of plays of the history in each
 */
public record FeaturesConfig(
        List<FeatureGroupName> groups, List<String> excludedColumns, double priorPlays, int buckets) {
    public FeaturesConfig {
        groups = List.copyOf(groups);
        excludedColumns = List.copyOf(excludedColumns);
        if (groups.isEmpty()) {
            throw new IllegalArgumentException("groups must name at least one group of columns");
        }
        if (new HashSet<>(groups).size() != groups.size()) {
            throw new IllegalArgumentException("groups names a group twice: " + groups);
        }
        if (!(priorPlays >= 0)) {
            throw new IllegalArgumentException("priorPlays must be >= 0 but was " + priorPlays);
        }
        if (buckets < 1) {
            throw new IllegalArgumentException("buckets must be >= 1 but was " + buckets);
        }
    }
}
