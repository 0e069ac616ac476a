package dev.linger.features;

import dev.linger.data.SideData;
import java.util.Set;

/** Makes a group of columns: a record whose components are the keys of the group's block in a configuration. */
public interface FeatureGroupConfig {
    /** The type by which configurations choose it, in kebab-case. */
    String name();

    /**
     * What its columns are made of. Where a data set has none of it, every cell would be missing, and the group is switched
     * off.
     */
    default Set<SideData> uses() {
        return Set.of(SideData.PLAYS);
    }

    /** Whether it says nothing unless it has observed every play before a row's instant. */
    default boolean needsLive() {
        return false;
    }

    /**
     * Whether it looks at {@link FeatureRequests#stageOne}. Where no group does, rows are learned from without it, and no source
     * is fitted for them.
     */
    default boolean readsRetrieval() {
        return false;
    }

    /**
     * Whether several groups may observe the plays of a block of users each, and fill the rows of these, because
     * {@link FeatureGroup#shared} lists all that a row knows of other users.
     */
    default boolean splitsByUser() {
        return false;
    }

    /** A new group that has observed nothing. */
    FeatureGroup create(GroupContext context);
}
