package dev.linger.candidates.baseline;

import dev.linger.candidates.FoldIn;
import dev.linger.candidates.ItemScorer;
import dev.linger.candidates.PairPlays;
import dev.linger.candidates.ScoreReasons;
import dev.linger.candidates.Similarity;
import dev.linger.candidates.SparsePattern;
import dev.linger.candidates.SparseRows;
import dev.linger.candidates.StrictColumns;
import dev.linger.data.InteractionLog;
import dev.linger.data.RankedList;
import dev.linger.data.Workers;
import dev.linger.data.store.ModelReader;
import dev.linger.data.store.ModelWriter;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Neighbors of what the user liked: {@code score(user, j) = sum over liked items i of similarity(i, j)}, over the
 * neighbors j that each i keeps. Nothing is known of an item that is no neighbor of anything the user liked. The scorer
 * is named "item-knn".
 */
public final class ItemKnn implements ItemScorer {
    private static final String FILE = "neighbors";

    private final SparseRows liked;
    private final SparsePattern neighbors;
    private final double[] similarity;
    private final ItemKnnConfig config;

    /**
     * @param liked what each user liked
     * @param neighbors similar items of each item
     * @param similarity of each cell of {@code neighbors}
     */
    private ItemKnn(SparseRows liked, SparsePattern neighbors, double[] similarity, ItemKnnConfig config) {
        this.config = config;
        this.liked = liked;
        this.neighbors = neighbors;
        this.similarity = similarity;
    }

    /**
     * The scorer of these neighbors, which are kept in order of items, so that adding them up goes through the scores in one
     * direction.
     *
     * @param liked what each user liked
     * @param nearest similar items of each item with their similarities, above 0
     */
    static ItemKnn of(SparseRows liked, RankedList[] nearest, ItemKnnConfig config) {
        int[][] items = new int[nearest.length][];
        for (int item = 0; item < items.length; item++) {
            items[item] = nearest[item].items().clone();
            Arrays.sort(items[item]);
        }
        SparsePattern neighbors = SparsePattern.of(items);
        double[] similarity = new double[neighbors.size()];
        for (int item = 0; item < items.length; item++) {
            RankedList near = nearest[item];
            for (int at = 0; at < near.size(); at++) {
                int place = Arrays.binarySearch(items[item], near.items()[at]);
                similarity[neighbors.from(item) + place] = near.scores()[at];
            }
        }
        return new ItemKnn(liked, neighbors, similarity, config);
    }

    static ItemKnn read(ItemKnnConfig config, ModelReader from, int userCount, int itemCount) {
        return from.columns(FILE, in -> {
            SparseRows liked = SparseRows.read(in, userCount, itemCount);
            SparsePattern neighbors = SparsePattern.read(in, itemCount, itemCount);
            return new ItemKnn(liked, neighbors, StrictColumns.finiteDoubles(in, neighbors.size()), config);
        });
    }

    @Override
    public void write(ModelWriter to) throws IOException {
        to.columns(FILE, out -> {
            liked.write(out);
            neighbors.write(out);
            out.doubles(similarity);
        });
    }

    @Override
    public String name() {
        return "item-knn";
    }

    @Override
    public int itemCount() {
        return neighbors.rowCount();
    }

    /** The item's neighbors with their similarities, best first. */
    public RankedList neighbors(int item) {
        return RankedList.byScore(
                item, neighbors.row(item), Arrays.copyOfRange(similarity, neighbors.from(item), neighbors.to(item)));
    }

    /** {@inheritDoc} That of neighbors; items of which neither is a neighbor of the other are not alike. */
    @Override
    public Optional<Similarity> similarity() {
        return Optional.of(new Similarity() {
            @Override
            public double between(int one, int other) {
                return one == other ? 1 : Math.max(similarity(one, other), similarity(other, one));
            }

            @Override
            public RankedList to(int item, int count) {
                return neighbors(item).top(count);
            }
        });
    }

    /** The similarity of each liked item that has the item among its neighbors: they add up to the score. */
    @Override
    public Optional<ScoreReasons> reasons(InteractionLog plays) {
        return Optional.of(user -> item -> {
            int[] near = IntStream.range(liked.from(user), liked.to(user))
                    .filter(cell -> similarity(liked.column(cell), item) > 0)
                    .map(liked::column)
                    .toArray();
            return new ScoreReasons.Contributions(
                    near,
                    IntStream.of(near)
                            .mapToDouble(from -> similarity(from, item))
                            .toArray());
        });
    }

    @Override
    public Optional<FoldIn> foldIn(InteractionLog fittedTo) {
        return Optional.of((user, plays, asOfMillis) -> new ItemKnn(
                config.liked(PairPlays.of(plays, 1, Workers.ofCaller()), itemCount(), Workers.ofCaller()),
                neighbors,
                similarity,
                config));
    }

    private double similarity(int from, int item) {
        int at = Arrays.binarySearch(neighbors.column(), neighbors.from(from), neighbors.to(from), item);
        return at < 0 ? 0 : similarity[at];
    }

    @Override
    public void score(int user, double[] scores) {
        Arrays.fill(scores, 0);
        int[] items = neighbors.column();
        for (int cell = liked.from(user); cell < liked.to(user); cell++) {
            int item = liked.column(cell);
            for (int near = neighbors.from(item); near < neighbors.to(item); near++) {
                scores[items[near]] += similarity[near];
            }
        }
        for (int item = 0; item < scores.length; item++) {
            if (scores[item] == 0) {
                scores[item] = Double.NEGATIVE_INFINITY;
            }
        }
    }
}
