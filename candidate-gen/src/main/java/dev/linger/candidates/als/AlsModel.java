package dev.linger.candidates.als;

import dev.linger.candidates.Embeddings;
import dev.linger.candidates.FoldIn;
import dev.linger.candidates.InteractionMatrix;
import dev.linger.candidates.ItemScorer;
import dev.linger.candidates.PairPlays;
import dev.linger.candidates.PlayValue;
import dev.linger.candidates.ScorePosterior;
import dev.linger.candidates.ScoreReasons;
import dev.linger.candidates.Signal;
import dev.linger.candidates.Similarity;
import dev.linger.candidates.SparseRows;
import dev.linger.candidates.StrictColumns;
import dev.linger.data.InteractionLog;
import dev.linger.data.SideTables;
import dev.linger.data.Workers;
import dev.linger.data.store.ModelReader;
import dev.linger.data.store.ModelWriter;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Fitted factors: {@code score(user, item) = x.y}. Nothing is known of a row of zeros (no plays, or none that is
 * preferred): its scores are {@link Double#NEGATIVE_INFINITY}.
 */
public final class AlsModel implements ItemScorer {
    private static final String FILE = "factors";
    private static final List<Signal> SIGNALS = List.of(
            new Signal("user_norm", "1", "ALS does not know the user"),
            new Signal("item_norm", "1", "ALS does not know the item"));

    private final AlsConfig config;
    private final FactorMatrix userFactors;
    private final FactorMatrix itemFactors;
    private final FactorPanels itemPanels;
    private final double[] base;
    private final double[] lossTrace;
    private final Kernels kernels;
    private final boolean[] knownItem;

    /** Of a user who was folded in, what plays are worth; else that follows from the plays that the model was fitted to. */
    private final @Nullable Worth worth;

    private record Worth(PlayValue value, long asOfMillis) {}

    /**
     * @param base what all rows share when a user is folded in, {@code unobservedWeight * Y'Y}: full, row-major d x d
     */
    AlsModel(
            AlsConfig config,
            FactorMatrix userFactors,
            FactorMatrix itemFactors,
            double[] base,
            double[] lossTrace,
            Kernels kernels) {
        this(
                config,
                userFactors,
                itemFactors,
                new FactorPanels(itemFactors, kernels),
                base,
                lossTrace,
                kernels,
                known(itemFactors),
                null);
    }

    private AlsModel(
            AlsConfig config,
            FactorMatrix userFactors,
            FactorMatrix itemFactors,
            FactorPanels itemPanels,
            double[] base,
            double[] lossTrace,
            Kernels kernels,
            boolean[] knownItem,
            @Nullable Worth worth) {
        this.config = config;
        this.userFactors = userFactors;
        this.itemFactors = itemFactors;
        this.itemPanels = itemPanels;
        this.base = base;
        this.lossTrace = lossTrace;
        this.kernels = kernels;
        this.knownItem = knownItem;
        this.worth = worth;
    }

    private static boolean[] known(FactorMatrix itemFactors) {
        boolean[] known = new boolean[itemFactors.rowCount()];
        for (int item = 0; item < known.length; item++) {
            known[item] = !itemFactors.isZero(item);
        }
        return known;
    }

    /** The same items with one user. */
    private AlsModel withUser(double[] row, Worth of) {
        return new AlsModel(
                config, FactorMatrix.ofRow(row), itemFactors, itemPanels, base, lossTrace, kernels, knownItem, of);
    }

    /** Scores as the model written did, bit for bit, with the same {@link AlsArithmetic}; otherwise they differ by rounding. */
    static AlsModel read(AlsConfig config, ModelReader from, SideTables tables) {
        int d = config.factorCount();
        return from.columns(
                FILE,
                in -> new AlsModel(
                        config,
                        FactorMatrix.read(in, tables.userCount(), d),
                        FactorMatrix.read(in, tables.itemCount(), d),
                        StrictColumns.finiteDoubles(in, d * d),
                        StrictColumns.finiteDoubles(in, config.iterations()),
                        Kernels.chosen()));
    }

    @Override
    public void write(ModelWriter to) throws IOException {
        to.columns(FILE, out -> {
            userFactors.write(out);
            itemFactors.write(out);
            out.doubles(base);
            out.doubles(lossTrace);
        });
    }

    /** What all users share, as numbers. */
    public AlsFactors shared() {
        return new AlsFactors(itemFactors.values(), base, lossTrace);
    }

    /** What the model was fitted with. */
    public AlsConfig config() {
        return config;
    }

    public FactorMatrix userFactors() {
        return userFactors;
    }

    public FactorMatrix itemFactors() {
        return itemFactors;
    }

    @Override
    public double[] lossTrace() {
        return lossTrace.clone();
    }

    /** The lengths of the rows of factors: long where much is known. */
    @Override
    public List<Signal> signals() {
        return SIGNALS;
    }

    @Override
    public void signals(int user, int[] items, float[] cells, int offset, int stride) {
        float userNorm = knownNorm(userFactors, user);
        for (int at = 0; at < items.length; at++) {
            cells[offset + at * stride] = userNorm;
            cells[offset + at * stride + 1] = knownNorm(itemFactors, items[at]);
        }
    }

    private static float knownNorm(FactorMatrix factors, int row) {
        double norm = factors.norm(row);
        return norm == 0 ? Float.NaN : (float) norm;
    }

    @Override
    public String name() {
        return "als";
    }

    @Override
    public int itemCount() {
        return itemFactors.rowCount();
    }

    @Override
    public void score(int user, double[] scores) {
        double[] x = new double[config.factorCount()];
        userFactors.read(user, x, 0);
        score(x, scores);
    }

    @Override
    public void score(int[] users, double[][] scores) {
        double[][] x = new double[users.length][config.factorCount()];
        for (int at = 0; at < users.length; at++) {
            userFactors.read(users[at], x[at], 0);
        }
        itemPanels.dots(x, scores);
        for (int at = 0; at < users.length; at++) {
            markUnknown(x[at], scores[at]);
        }
    }

    /** {@link #score(int, double[])} for a row of factors, such as {@link #foldIn} gives. */
    public void score(double[] userRow, double[] scores) {
        itemPanels.dots(new double[][] {userRow}, new double[][] {scores});
        markUnknown(userRow, scores);
    }

    private void markUnknown(double[] userRow, double[] scores) {
        if (isUnknown(userRow)) {
            Arrays.fill(scores, Double.NEGATIVE_INFINITY);
            return;
        }
        for (int item = 0; item < scores.length; item++) {
            if (!knownItem[item]) {
                scores[item] = Double.NEGATIVE_INFINITY;
            }
        }
    }

    /** Whether nothing is known of a user with these factors: all are 0. */
    static boolean isUnknown(double[] userRow) {
        return Arrays.stream(userRow).allMatch(value -> value == 0);
    }

    /** The parts of the score of the exact row of factors; what is left of the score itself is the solver's remaining error. */
    @Override
    public Optional<ScoreReasons> reasons(InteractionLog plays) {
        SparseRows pairs = pairs(plays).byUser();
        return Optional.of(new AlsReasons(config, itemFactors, base, pairs));
    }

    /** {@inheritDoc} By the cosine of their factors, {@code y_i . y_j / (|y_i| |y_j|)}. */
    @Override
    public Optional<Similarity> similarity() {
        return Optional.of(FactorSimilarity.of(itemFactors, knownItem));
    }

    /** {@inheritDoc} By the posterior of rows of factors, those of the other side being fixed. */
    @Override
    public Optional<ScorePosterior> posterior(InteractionLog fittedTo, boolean ofVideos) {
        InteractionMatrix pairs = pairs(fittedTo);
        double noise = AlsPosterior.noise(config, pairs.byUser(), userFactors, itemFactors);
        PlayValue value = config.weighting().playValue(fittedTo);
        ItemPosteriors ofItems = ofVideos
                ? ItemPosteriors.of(config, pairs.byItem(), userFactors, itemFactors, Workers.ofCaller())
                : null;
        return Optional.of(new AlsPosterior(config, itemFactors, base, value, noise, ofItems));
    }

    @Override
    public Optional<Embeddings> embeddings() {
        return Optional.of(new Factors(userFactors, itemFactors));
    }

    /** Rows of factors, those of which nothing is known being zeros. */
    private record Factors(FactorMatrix users, FactorMatrix items) implements Embeddings {
        @Override
        public int width() {
            return items.factorCount();
        }

        @Override
        public int userCount() {
            return users.rowCount();
        }

        @Override
        public int itemCount() {
            return items.rowCount();
        }

        @Override
        public boolean user(int user, double[] into, int at) {
            users.read(user, into, at);
            return !users.isZero(user);
        }

        @Override
        public boolean item(int item, double[] into, int at) {
            items.read(item, into, at);
            return !items.isZero(item);
        }
    }

    private InteractionMatrix pairs(InteractionLog log) {
        PairPlays plays = PairPlays.of(log, userFactors.rowCount(), Workers.ofCaller());
        return worth == null
                ? config.pairs(plays, itemCount(), Workers.ofCaller())
                : config.pairs(plays, itemCount(), worth.value(), worth.asOfMillis(), Workers.ofCaller());
    }

    /** {@inheritDoc} The factors of the user are the exact solution of {@link #foldIn(int[], float[])}. */
    @Override
    public Optional<FoldIn> foldIn(InteractionLog fittedTo) {
        PlayValue value = config.weighting().playValue(fittedTo);
        return Optional.of((user, log, asOfMillis) -> {
            Worth worthOfPlays = new Worth(value, asOfMillis);
            PairPlays plays = PairPlays.of(log, 1, Workers.ofCaller());
            SparseRows pairs = config.pairs(plays, itemCount(), value, asOfMillis, Workers.ofCaller())
                    .byUser();
            int[] items = new int[pairs.size()];
            float[] values = new float[pairs.size()];
            for (int cell = 0; cell < items.length; cell++) {
                items[cell] = pairs.column(cell);
                values[cell] = pairs.value(cell);
            }
            return withUser(foldIn(items, values), worthOfPlays);
        });
    }

    /**
     * The factors of a user with any history, the items fixed: the exact solution of one row of the user half-sweep,
     * whichever solver fitted the model. O(n d^2 + d^3).
     *
     * @param items distinct items watched
     * @param values value of each, as the weighting values plays ({@link Weighting#playValue}), repeated plays merged
     * @return d factors, zeros for an empty history
     */
    public double[] foldIn(int[] items, float[] values) {
        if (items.length != values.length) {
            throw new IllegalArgumentException(items.length + " items but " + values.length + " values");
        }
        ObservedRow row = new ObservedRow(itemFactors, config.weighting());
        row.gather(items, values);
        double[] x = new double[config.factorCount()];
        if (Double.isNaN(HalfSweep.solve(config, kernels.exactSolver(config.factorCount()), row, base, x))) {
            throw HalfSweep.noSolution(config, "a folded-in user", row);
        }
        return x;
    }
}
