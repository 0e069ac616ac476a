package dev.linger.features;

import dev.linger.data.SideTables;
import dev.linger.data.duration.WatchQuantiles;
import dev.linger.data.duration.WatchRules;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** What the groups of one feature state are made of; it remembers what they asked for, as that is part of the state. */
public final class GroupContext {
    private final SideTables tables;
    private final WatchRules rules;
    private final List<FeatureColumn> retrievalColumns;
    private final IntFunction<WatchQuantiles> fitted;
    private final SortedMap<Integer, WatchQuantiles> quantiles = new TreeMap<>();
    private final Map<Shared, FeatureGroup> shared = new LinkedHashMap<>();

    private record Shared(Class<?> type, Object key) {}

    /**
     * @param retrievalColumns the columns that the requests bring from retrieval
     * @param fitted quantiles with at most so many buckets of durations, fitted to no play of an as-of day asked for, or later
     */
    public GroupContext(
            SideTables tables,
            WatchRules rules,
            List<FeatureColumn> retrievalColumns,
            IntFunction<WatchQuantiles> fitted) {
        this.tables = tables;
        this.rules = rules;
        this.retrievalColumns = List.copyOf(retrievalColumns);
        this.fitted = fitted;
    }

    public SideTables tables() {
        return tables;
    }

    public WatchRules rules() {
        return rules;
    }

    /** The columns that the requests bring from retrieval. */
    public List<FeatureColumn> retrievalColumns() {
        return retrievalColumns;
    }

    /** How watch ratios compare with those of videos about as long in the history. */
    public WatchQuantiles quantiles(int bucketCount) {
        return quantiles.computeIfAbsent(bucketCount, fitted::apply);
    }

    /** All quantiles asked for so far, by number of buckets. */
    public SortedMap<Integer, WatchQuantiles> quantiles() {
        return Collections.unmodifiableSortedMap(quantiles);
    }

    /**
     * Statistics that several groups look at when they fill: a group without columns, which observes once for all of them.
     *
     * @param key equal where the same is meant
     */
    public <G extends FeatureGroup> G shared(Class<G> type, Object key, Supplier<G> create) {
        return type.cast(shared.computeIfAbsent(new Shared(type, key), none -> create.get()));
    }

    /** All shared statistics asked for so far, in the order in which they were. */
    public List<FeatureGroup> shared() {
        return List.copyOf(shared.values());
    }
}
