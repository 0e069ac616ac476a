package dev.linger.candidates.ease;

import dev.linger.candidates.FoldIn;
import dev.linger.candidates.ItemScorer;
import dev.linger.candidates.ScoreReasons;
import dev.linger.candidates.SparsePattern;
import dev.linger.candidates.StrictColumns;
import dev.linger.data.InteractionLog;
import dev.linger.data.store.ModelReader;
import dev.linger.data.store.ModelWriter;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Fitted weights between items: {@code score(user, j) = sum over liked items i of B_ij}. Nothing is known of an item that
 * did not take part, and of a user who liked none that did. The scorer is named "ease".
 */
public final class Ease implements ItemScorer {
    private static final String FILE = "weights";

    private final int itemCount;
    private final int[] items;
    private final SparsePattern liked;
    private final float[] weights;
    private final EaseConfig config;

    /**
     * @param itemCount number of items, whether they take part or not
     * @param items the m items that take part, ascending
     * @param liked places in {@code items} of what each user liked
     * @param weights B, row-major m x m
     */
    Ease(int itemCount, int[] items, SparsePattern liked, float[] weights, EaseConfig config) {
        this.config = config;
        this.itemCount = itemCount;
        this.items = items;
        this.liked = liked;
        this.weights = weights;
    }

    static Ease read(EaseConfig config, ModelReader from, int userCount, int itemCount) {
        return from.columns(FILE, in -> {
            StrictColumns.count(in, "items", itemCount);
            int[] items = StrictColumns.ascending(in, itemCount);
            SparsePattern liked = SparsePattern.read(in, userCount, items.length);
            return new Ease(
                    itemCount,
                    items,
                    liked,
                    StrictColumns.finiteFloats(in, (long) items.length * items.length),
                    config);
        });
    }

    @Override
    public void write(ModelWriter to) throws IOException {
        to.columns(FILE, out -> {
            out.number(itemCount);
            out.ints(items);
            liked.write(out);
            out.floats(weights);
        });
    }

    @Override
    public String name() {
        return "ease";
    }

    @Override
    public int itemCount() {
        return itemCount;
    }

    /** The items that take part, ascending. */
    public int[] items() {
        return items.clone();
    }

    /** B_ij of the {@code i}-th and the {@code j}-th of {@link #items()}. */
    public float weight(int i, int j) {
        return weights[i * items.length + j];
    }

    /** The weight from each liked item to the item: they add up to the score. */
    @Override
    public Optional<ScoreReasons> reasons(InteractionLog plays) {
        return Optional.of(user -> item -> {
            int to = Arrays.binarySearch(items, item);
            int[] from = IntStream.range(liked.from(user), to < 0 ? liked.from(user) : liked.to(user))
                    .map(cell -> liked.column()[cell])
                    .toArray();
            return new ScoreReasons.Contributions(
                    IntStream.of(from).map(at -> items[at]).toArray(),
                    IntStream.of(from).mapToDouble(at -> weight(at, to)).toArray());
        });
    }

    @Override
    public Optional<FoldIn> foldIn(InteractionLog fittedTo) {
        return Optional.of((user, plays, asOfMillis) -> {
            int[] places = IntStream.range(0, plays.size())
                    .filter(row -> plays.watchRatio(row) > config.likedThreshold())
                    .map(row -> Arrays.binarySearch(items, plays.item(row)))
                    .filter(place -> place >= 0)
                    .sorted()
                    .distinct()
                    .toArray();
            return new Ease(itemCount, items, SparsePattern.of(new int[][] {places}), weights, config);
        });
    }

    @Override
    public void score(int user, double[] scores) {
        Arrays.fill(scores, Double.NEGATIVE_INFINITY);
        if (liked.from(user) == liked.to(user)) {
            return;
        }
        double[] sums = new double[items.length];
        RowSums.add(weights, liked.column(), liked.from(user), liked.to(user), sums);
        for (int j = 0; j < sums.length; j++) {
            scores[items[j]] = sums[j];
        }
    }
}
