package dev.linger.features.replay;

import dev.linger.data.Dataset;
import dev.linger.data.InteractionLog;
import dev.linger.data.duration.WatchQuantiles;
import dev.linger.data.duration.WatchRules;
import dev.linger.features.FeatureColumn;
import dev.linger.features.GroupContext;
import dev.linger.features.ObservedPlays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What the replays of one data set share: the plays, what groups compute for each of them, and the quantiles that are fitted
 * to its history, made when the first group needs them.
 *
 * <p>Memory: for each number of buckets asked for 8 bytes a play of the history, and 4 a play where their quantiles are asked
 * for; where there can be many pairs of user and author, or of user and item, 4 a play for its pair and 16/3 a pair.
 */
public final class ReplayInputs {
    private final Dataset dataset;
    private final InteractionLog history;
    private final Map<Integer, WatchQuantiles> fitted = new HashMap<>();
    private final Map<Computed, Object> computed = new ConcurrentHashMap<>();

    private record Computed(Class<?> type, Object key) {}

    /** @param history the rows before the label window: what is fitted is fitted to these alone */
    public ReplayInputs(Dataset dataset, InteractionLog history) {
        this.dataset = dataset;
        this.history = history;
    }

    public Dataset dataset() {
        return dataset;
    }

    /** How watch ratios compare with those of about as long videos in the history. */
    public synchronized WatchQuantiles quantiles(int bucketCount) {
        return fitted.computeIfAbsent(bucketCount, buckets -> WatchQuantiles.fit(history, buckets));
    }

    /** A state that has observed nothing. */
    FeatureState state(FeaturesConfig config, List<FeatureColumn> retrievalColumns, WatchRules rules) {
        return FeatureState.of(config, new GroupContext(dataset.tables(), rules, retrievalColumns, this::quantiles));
    }

    /** The plays of the log; what groups compute for all of them is computed once for all replays. */
    ObservedPlays plays() {
        return ObservedPlays.of(dataset.log(), this::computed);
    }

    private <T> T computed(Class<T> type, Object key, Function<InteractionLog, T> compute) {
        return type.cast(computed.computeIfAbsent(new Computed(type, key), none -> compute.apply(dataset.log())));
    }
}
