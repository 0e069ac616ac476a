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
                List<String> excludedColumns,
        @Key(
                        value =
                                "what a row knows: the plays of the days before its own, or every play before its instant",
                        byDefault = "\"day\"",
                        because = "live takes four times as long to replay, and only what asks it live gains by it")
                Freshness freshness) {
    /** Which plays a row knows. */
    public enum Freshness {
        /** Those of the local days before that of its instant. */
        DAY,
        /** Those before its instant. */
        LIVE
    }

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
            if (group.needsLive() && freshness == Freshness.DAY) {
                throw new IllegalArgumentException(
                        "groups: " + group.name()
                                + " is made of the plays just before a row's instant; leave it out, or set freshness to \"live\"");
            }
        }
    }

    /** Rows that know the days before their own. */
    public FeaturesConfig(List<FeatureGroupConfig> groups, List<String> excludedColumns) {
        this(groups, excludedColumns, Freshness.DAY);
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
        return withGroups(on);
    }

    /** The same with other groups. */
    public FeaturesConfig withGroups(List<FeatureGroupConfig> others) {
        return new FeaturesConfig(others, excludedColumns, freshness);
    }

    /** The same with other columns left out. */
    public FeaturesConfig withExcludedColumns(List<String> others) {
        return new FeaturesConfig(groups, others, freshness);
    }

    /** Whether a group looks at what retrieval says of rows. */
    public boolean readsRetrieval() {
        return groups.stream().anyMatch(FeatureGroupConfig::readsRetrieval);
    }

    /** Whether a group of this type is among them. */
    public boolean has(String name) {
        return groups.stream().anyMatch(group -> group.name().equals(name));
    }
}
