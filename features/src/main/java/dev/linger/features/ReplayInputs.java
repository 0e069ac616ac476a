package dev.linger.features;

import dev.linger.data.Dataset;
import dev.linger.data.InteractionLog;
import dev.linger.data.duration.WatchQuantiles;
import dev.linger.features.affinity.ItemValues;
import dev.linger.features.affinity.PairIndex;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the replays of one data set share: numbers of pairs and quantiles of plays, each made when the first group needs it.
 * None of it is counted from plays as they pass, so it is the same on every day.
 *
 * <p>Memory: 4 bytes for each pair of user and author, and of user and item, that was played, 16 a play, and 8 a play of the
 * history.
 */
public final class ReplayInputs {
    // What is counted of so many pairs takes no more memory than the pair of each play would.
    private static final int PLAYS_PER_PAIR = 4;

    static final String AUTHOR = "author_id";
    static final String TAG = "tag";
    static final String ITEM = "item";

    private final Dataset dataset;
    private final InteractionLog history;
    private final int fewPairs;
    private final Map<String, ItemValues> values = new HashMap<>();
    private final Map<String, PairIndex> pairs = new HashMap<>();
    private @Nullable Fitted fitted;

    /** Quantiles with that many buckets, and those of the plays of the log where they have been asked for. */
    private record Fitted(int bucketCount, WatchQuantiles quantiles, double @Nullable [] ofPlays) {}

    /** @param history the rows before the label window: what is fitted is fitted to these alone */
    public ReplayInputs(Dataset dataset, InteractionLog history) {
        this(dataset, history, dataset.log().size() / PLAYS_PER_PAIR);
    }

    /** @param fewPairs most pairs of a kind that are numbered whether played or not */
    ReplayInputs(Dataset dataset, InteractionLog history, int fewPairs) {
        this.dataset = dataset;
        this.history = history;
        this.fewPairs = fewPairs;
    }

    public Dataset dataset() {
        return dataset;
    }

    /** How watch ratios compare with those of about as long videos in the history. */
    public synchronized WatchQuantiles quantiles(int bucketCount) {
        return fitted(bucketCount).quantiles();
    }

    /** The quantile of each play of the log. */
    synchronized double[] quantilesOfPlays(int bucketCount) {
        Fitted made = fitted(bucketCount);
        double[] ofPlays = made.ofPlays();
        if (ofPlays == null) {
            InteractionLog log = dataset.log();
            ofPlays = new double[log.size()];
            for (int row = 0; row < ofPlays.length; row++) {
                ofPlays[row] = made.quantiles().of(log.durationMillis(row), log.watchRatio(row));
            }
            fitted = new Fitted(bucketCount, made.quantiles(), ofPlays);
        }
        return ofPlays;
    }

    private Fitted fitted(int bucketCount) {
        Fitted made = fitted;
        if (made == null || made.bucketCount() != bucketCount) {
            made = new Fitted(bucketCount, WatchQuantiles.fit(history, bucketCount), null);
            fitted = made;
        }
        return made;
    }

    /** What each item has of a kind: {@link #TAG}, {@link #ITEM}, or a category column of the item table. */
    synchronized ItemValues values(String kind) {
        return values.computeIfAbsent(kind, made -> switch (made) {
            case TAG -> ItemValues.tags(dataset.itemTable());
            case ITEM -> ItemValues.items(dataset.itemCount());
            default -> ItemValues.category(dataset.itemTable(), made);
        });
    }

    /** The pairs that the log plays on any day: which numbers there are, not what is counted. */
    synchronized PairIndex pairs(String kind) {
        return pairs.computeIfAbsent(
                kind, made -> PairIndex.of(dataset.log(), dataset.userCount(), values(made), fewPairs));
    }
}
