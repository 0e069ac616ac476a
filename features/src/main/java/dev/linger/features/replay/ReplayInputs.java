package dev.linger.features.replay;

import dev.linger.data.Dataset;
import dev.linger.data.InteractionLog;
import dev.linger.data.WatchRules;
import dev.linger.data.duration.WatchQuantiles;
import dev.linger.features.FeatureColumn;
import dev.linger.features.GroupContext;
import dev.linger.features.ObservedPlays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the replays of one data set share: the plays, and the quantiles that are fitted to its history, made when the first
 * group needs them.
 *
 * <p>Memory: for each number of buckets asked for 8 bytes a play of the history, and 8 a play where their quantiles are asked
 * for.
 */
public final class ReplayInputs {
    private final Dataset dataset;
    private final InteractionLog history;
    private final Map<Integer, WatchQuantiles> fitted = new HashMap<>();
    private final Map<WatchQuantiles, double[]> ofPlays = new HashMap<>();

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

    /** The plays of the log; the quantiles of all of them are computed once for all replays. */
    ObservedPlays plays() {
        return ObservedPlays.of(dataset.log(), this::quantilesOfPlays);
    }

    private synchronized double[] quantilesOfPlays(WatchQuantiles quantiles) {
        return ofPlays.computeIfAbsent(quantiles, by -> {
            double[] all = new double[dataset.log().size()];
            ObservedPlays.of(dataset.log()).quantiles(by, 0, all.length, all);
            return all;
        });
    }
}
