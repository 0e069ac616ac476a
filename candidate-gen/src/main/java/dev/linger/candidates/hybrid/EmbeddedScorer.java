package dev.linger.candidates.hybrid;

import dev.linger.candidates.Embeddings;
import dev.linger.candidates.FoldIn;
import dev.linger.candidates.ItemScorer;
import dev.linger.candidates.KeptVariance;
import dev.linger.candidates.ScorePosterior;
import dev.linger.candidates.ScoreReasons;
import dev.linger.candidates.Signal;
import dev.linger.candidates.Similarity;
import dev.linger.candidates.Taste;
import dev.linger.data.InteractionLog;
import dev.linger.data.store.ModelReader;
import dev.linger.data.store.ModelWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A source as it is, whose signals have the coordinates of the user and of the item on the principal axes of their embeddings, behind
 * its own signals. The scorer is named "embedded".
 */
public final class EmbeddedScorer implements ItemScorer {
    private static final String FILE = "axes";
    private static final String SOURCE = "source";

    private final ItemScorer source;
    private final int width;
    private final Projection ofUsers;
    private final Projection ofItems;
    private final float[] users;
    private final float[] items;
    private final int most;
    private final List<Signal> signals;

    /**
     * @param width of the embeddings
     * @param users coordinates of each, {@code most} numbers, NaN where nothing is known and behind the last axis
     * @param items the same
     */
    private EmbeddedScorer(
            ItemScorer source,
            int width,
            Projection ofUsers,
            Projection ofItems,
            float[] users,
            float[] items,
            int most) {
        this.source = source;
        this.width = width;
        this.ofUsers = ofUsers;
        this.ofItems = ofItems;
        this.users = users;
        this.items = items;
        this.most = most;
        List<Signal> all = new ArrayList<>(source.signals());
        addSignals("user", most, all);
        addSignals("item", most, all);
        this.signals = List.copyOf(all);
    }

    private static void addSignals(String of, int most, List<Signal> to) {
        String missing = "the source does not know the " + of + ", or fewer axes keep enough of the variance";
        for (int axis = 1; axis <= most; axis++) {
            to.add(new Signal(of + "_axis_" + axis, "1", missing));
        }
    }

    /** A source whose embeddings are at hand. */
    static EmbeddedScorer of(
            ItemScorer source, Embeddings embeddings, Projection ofUsers, Projection ofItems, int most) {
        return new EmbeddedScorer(
                source,
                embeddings.width(),
                ofUsers,
                ofItems,
                users(embeddings, ofUsers, most),
                items(embeddings, ofItems, most),
                most);
    }

    private static float[] users(Embeddings embeddings, Projection projection, int most) {
        double[] vector = new double[embeddings.width()];
        float[] all = unknown(embeddings.userCount(), most);
        for (int user = 0; user < embeddings.userCount(); user++) {
            if (embeddings.user(user, vector, 0)) {
                projection.write(vector, all, user * most);
            }
        }
        return all;
    }

    private static float[] items(Embeddings embeddings, Projection projection, int most) {
        double[] vector = new double[embeddings.width()];
        float[] all = unknown(embeddings.itemCount(), most);
        for (int item = 0; item < embeddings.itemCount(); item++) {
            if (embeddings.item(item, vector, 0)) {
                projection.write(vector, all, item * most);
            }
        }
        return all;
    }

    private static float[] unknown(int count, int most) {
        float[] all = new float[Math.multiplyExact(count, most)];
        Arrays.fill(all, Float.NaN);
        return all;
    }

    @Override
    public String name() {
        return "embedded";
    }

    @Override
    public int itemCount() {
        return source.itemCount();
    }

    @Override
    public void score(int user, double[] scores) {
        source.score(user, scores);
    }

    @Override
    public void score(int[] users, double[][] scores) {
        source.score(users, scores);
    }

    @Override
    public List<Signal> signals() {
        return signals;
    }

    @Override
    public void signals(int user, int[] some, float[] cells, int offset, int stride) {
        source.signals(user, some, cells, offset, stride);
        int first = offset + source.signals().size();
        for (int at = 0; at < some.length; at++) {
            System.arraycopy(users, user * most, cells, first + at * stride, most);
            System.arraycopy(items, some[at] * most, cells, first + at * stride + most, most);
        }
    }

    @Override
    public List<KeptVariance> keptVariance() {
        return List.of(kept("users", ofUsers), kept("items", ofItems));
    }

    private KeptVariance kept(String of, Projection projection) {
        return new KeptVariance(of, projection.axes(), width, projection.share());
    }

    @Override
    public Optional<double[]> scoresOfAll() {
        return source.scoresOfAll();
    }

    @Override
    public Optional<int[]> order() {
        return source.order();
    }

    @Override
    public Optional<ScoreReasons> reasons(InteractionLog plays) {
        return source.reasons(plays);
    }

    @Override
    public Optional<Taste> taste(int user) {
        return source.taste(user);
    }

    @Override
    public Optional<Similarity> similarity() {
        return source.similarity();
    }

    @Override
    public Optional<ScorePosterior> posterior(InteractionLog fittedTo, boolean ofVideos) {
        return source.posterior(fittedTo, ofVideos);
    }

    @Override
    public Optional<Embeddings> embeddings() {
        return source.embeddings();
    }

    @Override
    public double[] lossTrace() {
        return source.lossTrace();
    }

    @Override
    public Optional<FoldIn> foldIn(InteractionLog fittedTo) {
        return source.foldIn(fittedTo).map(foldIn -> (user, plays, asOfMillis) -> {
            ItemScorer folded = foldIn.of(user, plays, asOfMillis);
            float[] coordinates = folded.embeddings()
                    .map(embeddings -> users(embeddings, ofUsers, most))
                    .orElseGet(() -> unknown(1, most));
            return new EmbeddedScorer(folded, width, ofUsers, ofItems, coordinates, items, most);
        });
    }

    @Override
    public void write(ModelWriter to) throws IOException {
        source.write(to.part(SOURCE));
        to.columns(FILE, out -> {
            ofUsers.write(out);
            ofItems.write(out);
        });
    }

    /** Where the source is read from. */
    static ModelReader source(ModelReader from) {
        return from.part(SOURCE);
    }

    /** Reads what {@link #write} wrote but the source. */
    static EmbeddedScorer read(ItemScorer source, Embeddings embeddings, ModelReader from, int most) {
        return from.columns(
                FILE,
                in -> of(
                        source,
                        embeddings,
                        Projection.read(in, embeddings.width(), most),
                        Projection.read(in, embeddings.width(), most),
                        most));
    }
}
