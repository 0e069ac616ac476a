package dev.linger.candidates.baseline;

import dev.linger.candidates.ItemScorer;
import dev.linger.candidates.StrictColumns;
import dev.linger.data.RankedList;
import dev.linger.data.store.ModelReader;
import dev.linger.data.store.ModelWriter;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The same scores for every user: one order of the items for all. */
public final class OneOrder implements ItemScorer {
    private static final String FILE = "scores";

    private final String name;
    private final double[] scores;

    /** Made when it is first asked for; two threads may make it at once, and make the same. */
    private volatile int @Nullable [] order;

    /**
     * @param name of the scorer
     * @param scores score of each item, taken over
     */
    public OneOrder(String name, double[] scores) {
        this.name = name;
        this.scores = scores;
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws dev.linger.data.InputException where it scores another number of items, or a score is NaN or positive infinity
     */
    public static OneOrder read(String name, ModelReader from, int itemCount) {
        return from.columns(FILE, in -> new OneOrder(name, StrictColumns.scores(in, itemCount)));
    }

    @Override
    public void write(ModelWriter to) throws IOException {
        to.columns(FILE, out -> out.doubles(scores));
    }

    @Override
    public Optional<double[]> scoresOfAll() {
        return Optional.of(scores);
    }

    @Override
    public Optional<int[]> order() {
        int[] known = order;
        if (known == null) {
            int[] items = IntStream.range(0, scores.length)
                    .filter(item -> scores[item] != Double.NEGATIVE_INFINITY)
                    .toArray();
            double[] ofItems =
                    IntStream.of(items).mapToDouble(item -> scores[item] + 0.0).toArray(); // -0.0 ties
            known = RankedList.byScore(0, items, ofItems).items();
            order = known;
        }
        return Optional.of(known);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int itemCount() {
        return scores.length;
    }

    @Override
    public void score(int user, double[] target) {
        System.arraycopy(scores, 0, target, 0, scores.length);
    }
}
