package dev.linger.features;

/** Makes a group of columns: a record whose components are the keys of the group's block in a configuration. */
public interface FeatureGroupConfig {
    /** The type by which configurations choose it, in kebab-case. */
    String name();

    /** A new group that has observed nothing. */
    FeatureGroup create(GroupContext context);
}
