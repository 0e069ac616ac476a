package dev.linger.features.replay;

import dev.linger.data.SideData;
import dev.linger.data.config.Key;
import dev.linger.features.FeatureGroupConfig;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which feature rows are made. */
public record FeaturesConfig(
        @Key(
                        value = "the groups of columns, in the order of the columns; at least one, each at most once",
                        byDefault =
                                "[\"user-profile\", \"item-profile\", \"daily-stats\", \"daily-trend\", \"context\","
                                        + " \"user-history\", \"item-history\", \"user-bucket\", \"user-author\", \"user-tag\","
                                        + " \"author-history\", \"tag-history\", \"seen-before\", \"debiased-history\","
                                        + " \"stage-one\"]",
                        because = "no group makes the lists worse")
                List<FeatureGroupConfig> groups,
        @Key(
                        value =
                                "columns of these groups that are left out; a name that none of them has is an error, where the data has attributes of videos at all",
                        byDefault = "[\"author_id\", \"music_id\"]",
                        because = "trees learn single authors and songs by heart")
                List<String> excludedColumns) {
    public FeaturesConfig {
        groups = List.copyOf(groups);
        excludedColumns = List.copyOf(excludedColumns);
        if (groups.isEmpty()) {
            throw new IllegalArgumentException("groups must name at least one group of columns");
        }
        Set<String> names = new HashSet<>();
        for (FeatureGroupConfig group : groups) {
            if (!names.add(group.name())) {
                throw new IllegalArgumentException("groups names a group twice: " + group.name());
            }
        }
    }

    /** The groups that data has nothing for. */
    public List<FeatureGroupConfig> off(Set<SideData> there) {
        return groups.stream()
                .filter(group -> Collections.disjoint(group.uses(), there))
                .toList();
    }

    /** The same without them, of which some must be left. */
    public FeaturesConfig on(Set<SideData> there) {
        List<FeatureGroupConfig> on = new ArrayList<>(groups);
        on.removeAll(off(there));
        return new FeaturesConfig(on, excludedColumns);
    }

    /** Whether a group of this type is among them. */
    public boolean has(String name) {
        return groups.stream().anyMatch(group -> group.name().equals(name));
    }
}
