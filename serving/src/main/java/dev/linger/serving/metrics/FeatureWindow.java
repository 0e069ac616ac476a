package dev.linger.serving.metrics;

import dev.linger.features.FeatureRows;
import dev.linger.features.skew.ColumnDistribution;
import dev.linger.features.skew.FeatureDistributions;
import dev.linger.features.skew.PopulationStability;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Which bins the columns of candidates were in, of four candidates of each list that a model ranked and of the last 10,000 of
 * them. Any number of threads may add lists, and none waits for another.
 */
public final class FeatureWindow {
    /** Four: columns of the user are the same for all candidates, so more of a list tell little. */
    static final int ROWS_OF_LIST = 4;

    /** Of fewer rows nothing is told: of 500 lists against 400, 20 levels of users have by chance alone an index of about .09. */
    static final int LEAST_ROWS = 2_000;

    private static final int MOST_ROWS = 10_000;

    /** Fractions of its multiples are spread evenly, so that in time each position of a list is looked at as often. */
    private static final double GOLDEN_RATIO = 0.6180339887498949;

    private final FeatureDistributions learned;
    private final AtomicLong lists = new AtomicLong();
    private final AtomicLong rows = new AtomicLong();

    /** The bin of each column of a row. */
    private final AtomicReferenceArray<byte[]> window = new AtomicReferenceArray<>(MOST_ROWS);

    private volatile Optional<int[][]> atWarmUp = Optional.empty();

    /**
     * An empty window.
     *
     * @param learned by whose bins columns are counted
     */
    public FeatureWindow(FeatureDistributions learned) {
        this.learned = learned;
    }

    /** Takes note of some of the candidates of a list. */
    public void add(FeatureRows candidates) {
        int size = candidates.size();
        int taken = Math.min(ROWS_OF_LIST, size);
        double turn = lists.getAndIncrement() * GOLDEN_RATIO;
        double shift = turn - Math.floor(turn);
        for (int at = 0; at < taken; at++) {
            byte[] bins = bins(candidates, (int) ((at + shift) * size / taken));
            window.set((int) (rows.getAndIncrement() % MOST_ROWS), bins);
        }
    }

    private byte[] bins(FeatureRows candidates, int row) {
        List<ColumnDistribution> columns = learned.columns();
        byte[] bins = new byte[columns.size()];
        for (int column = 0; column < bins.length; column++) {
            bins[column] = (byte) columns.get(column).bins().of(candidates.value(row, column));
        }
        return bins;
    }

    /** What was added so far are lists of sampled users when the model was loaded, of which no one was served. */
    public void warmedUp() {
        atWarmUp = Optional.of(counts());
        rows.set(0);
        for (int at = 0; at < MOST_ROWS; at++) {
            window.set(at, null);
        }
    }

    /**
     * How far a column of the window has moved.
     *
     * @param skew the {@link PopulationStability} of the window against the rows that the model learned from
     * @param drift the same against the lists of sampled users when it was loaded; NaN where there were none
     */
    public record Moved(String column, double skew, double drift) {}

    /** Each column; none where there were too few rows. */
    public List<Moved> moved() {
        if (rows.get() < LEAST_ROWS) {
            return List.of();
        }
        int[][] now = counts();
        List<Moved> moved = new ArrayList<>();
        for (int at = 0; at < now.length; at++) {
            int[] live = now[at];
            int column = at;
            moved.add(new Moved(
                    learned.columns().get(column).column(),
                    PopulationStability.of(learned.columns().get(column).counts(), live),
                    atWarmUp.map(then -> PopulationStability.of(then[column], live))
                            .orElse(Double.NaN)));
        }
        return moved;
    }

    /** How many rows of the window are in each bin, {@code [column][bin]}. */
    private int[][] counts() {
        int[][] counts = learned.columns().stream()
                .map(column -> new int[column.bins().count()])
                .toArray(int[][]::new);
        for (int row = 0; row < MOST_ROWS; row++) {
            byte[] bins = window.get(row);
            for (int column = 0; bins != null && column < bins.length; column++) {
                counts[column][bins[column]]++;
            }
        }
        return counts;
    }
}
