package dev.linger.neural.retrieval;

import dev.linger.candidates.Embeddings;
import dev.linger.candidates.FitContext;
import dev.linger.candidates.FoldIn;
import dev.linger.candidates.ItemScorer;
import dev.linger.candidates.Signal;
import dev.linger.candidates.Similarity;
import dev.linger.candidates.StrictColumns;
import dev.linger.candidates.TopItems;
import dev.linger.candidates.Universe;
import dev.linger.data.InteractionLog;
import dev.linger.data.Progress;
import dev.linger.data.RankedList;
import dev.linger.data.SideTables;
import dev.linger.data.Workers;
import dev.linger.data.store.ModelReader;
import dev.linger.data.store.ModelWriter;
import dev.linger.neural.Histories;
import dev.linger.neural.net.MatrixKernels;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Scores videos by vectors that networks learned: {@code score = sum over the members of u . v}, the cosine of user and video
 * in each.
 */
public final class VectorScorer implements ItemScorer {
    private static final String FILE = "network";
    private static final List<Signal> DEVIATION =
            List.of(new Signal("deviation", "1", "the source does not know the user or the item"));

    private final String name;
    private final VectorConfig config;
    private final List<VectorModel> members;
    private final boolean[] knownUser;
    private final float[] users;
    private final Universe universe;
    /** The vectors of all videos, those of all members one after another, as a matrix of a column a video. */
    private final float[] itemsAcross;

    private final double[] losses;

    private VectorScorer(
            String name,
            VectorConfig config,
            List<VectorModel> members,
            boolean[] knownUser,
            float[] users,
            Universe universe,
            float[] itemsAcross,
            double[] losses) {
        this.name = name;
        this.config = config;
        this.members = List.copyOf(members);
        this.knownUser = knownUser;
        this.users = users;
        this.universe = universe;
        this.itemsAcross = itemsAcross;
        this.losses = losses;
    }

    /** The same videos with one user. */
    private VectorScorer(VectorScorer fitted, boolean isKnown, float[] user) {
        this(
                fitted.name,
                fitted.config,
                fitted.members,
                new boolean[] {isKnown},
                user,
                fitted.universe,
                fitted.itemsAcross,
                fitted.losses);
    }

    /**
     * Trains the members and computes all vectors as of the cut.
     *
     * @param name of the scorer
     * @param source its whole configuration
     * @param untrained makes a member
     */
    public static VectorScorer fit(
            String name, VectorConfig config, Record source, Supplier<VectorModel> untrained, FitContext context) {
        Histories plays = Histories.of(context.log(), context.userCount());
        ItemStatistics statistics = new ItemStatistics(context.itemCount(), config.likedThreshold());
        MemberStates states = new MemberStates(context.checkpoints(), source, config.members());
        RetrievalTrainer trainer =
                new RetrievalTrainer(name, config, context, plays, statistics.beforeEachPlay(context.log()), states);
        List<VectorModel> members = new ArrayList<>();
        double[] losses = new double[config.epochs()];
        long epochs = (long) config.members() * config.epochs();
        try (Progress.Task task = context.progress().start("train " + name, "epochs", epochs)) {
            for (int member = 0; member < config.members(); member++) {
                members.add(trainer.train(untrained, member, losses, task));
            }
        }
        states.remove();
        for (int epoch = 0; epoch < losses.length; epoch++) {
            losses[epoch] /= config.members();
        }
        return new VectorScorer(
                name,
                config,
                members,
                known(plays),
                userVectors(members, plays, user -> user, context.workers()),
                Universe.playedIn(context.log(), context.itemCount()),
                itemVectors(members, statistics.at(context.cutMillis()), context),
                losses);
    }

    private static boolean[] known(Histories plays) {
        boolean[] known = new boolean[plays.userCount()];
        for (int user = 0; user < known.length; user++) {
            known[user] = plays.has(user);
        }
        return known;
    }

    /** The vectors of each user, those of all members one after another. */
    private static float[] userVectors(
            List<VectorModel> members, Histories plays, IntUnaryOperator inTables, Workers workers) {
        int count = plays.userCount();
        float[] all = new float[0];
        for (int member = 0; member < members.size(); member++) {
            float[] ofMember = members.get(member).userVectors(plays, inTables, workers);
            int width = ofMember.length / count;
            if (member == 0) {
                all = new float[Math.multiplyExact(ofMember.length, members.size())];
            }
            for (int user = 0; user < count; user++) {
                System.arraycopy(ofMember, user * width, all, (user * members.size() + member) * width, width);
            }
        }
        return all;
    }

    private static float[] itemVectors(List<VectorModel> members, float[] statistics, FitContext context) {
        int count = context.itemCount();
        float[] across = new float[0];
        for (int member = 0; member < members.size(); member++) {
            float[] ofMember = members.get(member).items().vectors(context.asOfDay(), statistics, context.workers());
            int width = ofMember.length / count;
            if (member == 0) {
                across = new float[Math.multiplyExact(ofMember.length, members.size())];
            }
            for (int item = 0; item < count; item++) {
                for (int x = 0; x < width; x++) {
                    across[(member * width + x) * count + item] = ofMember[item * width + x];
                }
            }
        }
        return across;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int itemCount() {
        return universe.itemCount();
    }

    @Override
    public void score(int user, double[] scores) {
        score(new int[] {user}, new double[][] {scores});
    }

    @Override
    public void score(int[] some, double[][] scores) {
        float[] vectors = new float[some.length * width()];
        for (int at = 0; at < some.length; at++) {
            System.arraycopy(users, some[at] * width(), vectors, at * width(), width());
        }
        float[] sums = products(vectors, some.length);
        for (int at = 0; at < some.length; at++) {
            boolean isKnown = knownUser[some[at]];
            for (int item = 0; item < itemCount(); item++) {
                scores[at][item] =
                        isKnown && universe.contains(item) ? sums[at * itemCount() + item] : Double.NEGATIVE_INFINITY;
            }
        }
    }

    /** The products of so many vectors with those of all videos. */
    private float[] products(float[] vectors, int count) {
        int items = itemCount();
        float[] sums = new float[Math.multiplyExact(count, items)];
        MatrixKernels.chosen()
                .multiplyAdd(vectors, 0, width(), 1, itemsAcross, 0, items, sums, 0, items, count, width(), items);
        return sums;
    }

    /** How far the members are apart of a user and an item: {@code s^2 = 1 / (members - 1) sum (u . v - mean)^2}. */
    @Override
    public List<Signal> signals() {
        return config.deviation() ? DEVIATION : List.of();
    }

    @Override
    public void signals(int user, int[] items, float[] cells, int offset, int stride) {
        if (config.deviation()) {
            double[] cosines = new double[members.size()];
            for (int at = 0; at < items.length; at++) {
                boolean isKnown = knownUser[user] && universe.contains(items[at]);
                cells[offset + at * stride] = isKnown ? deviation(user, items[at], cosines) : Float.NaN;
            }
        }
    }

    private float deviation(int user, int item, double[] cosines) {
        double mean = 0;
        for (int member = 0; member < cosines.length; member++) {
            cosines[member] = 0;
            for (int x = member * config.factorCount(); x < (member + 1) * config.factorCount(); x++) {
                cosines[member] += (double) users[user * width() + x] * itemsAcross[x * itemCount() + item];
            }
            mean += cosines[member] / cosines.length;
        }
        double squares = 0;
        for (double cosine : cosines) {
            squares += (cosine - mean) * (cosine - mean);
        }
        return (float) Math.sqrt(squares / Math.max(1, cosines.length - 1));
    }

    private int width() {
        return config.width();
    }

    @Override
    public double[] lossTrace() {
        return losses.clone();
    }

    /** {@inheritDoc} By the mean over the members of the cosines of their vectors. */
    @Override
    public Optional<Similarity> similarity() {
        return Optional.of(new Similarity() {
            @Override
            public double between(int one, int other) {
                if (one == other) {
                    return 1;
                }
                double sum = 0;
                for (int x = 0; x < width(); x++) {
                    sum += itemsAcross[x * itemCount() + one] * itemsAcross[x * itemCount() + other];
                }
                return universe.contains(one) && universe.contains(other) ? sum / members.size() : 0;
            }

            @Override
            public RankedList to(int item, int count) {
                float[] of = new float[width()];
                for (int x = 0; x < of.length; x++) {
                    of[x] = itemsAcross[x * itemCount() + item];
                }
                float[] sums = products(of, 1);
                TopItems top = new TopItems(count);
                for (int other = 0; other < sums.length; other++) {
                    if (other != item && universe.contains(item) && universe.contains(other)) {
                        top.offer(other, sums[other] / members.size());
                    }
                }
                return top.drain(item);
            }
        });
    }

    /** {@inheritDoc} Those of all members one behind the other. */
    @Override
    public Optional<Embeddings> embeddings() {
        return Optional.of(new Embeddings() {
            @Override
            public int width() {
                return config.width();
            }

            @Override
            public int userCount() {
                return knownUser.length;
            }

            @Override
            public int itemCount() {
                return universe.itemCount();
            }

            @Override
            public boolean user(int user, double[] into, int at) {
                return write(knownUser[user], x -> users[user * width() + x], into, at);
            }

            @Override
            public boolean item(int item, double[] into, int at) {
                return write(universe.contains(item), x -> itemsAcross[x * itemCount() + item], into, at);
            }

            private boolean write(boolean isKnown, IntToDoubleFunction vector, double[] into, int at) {
                for (int x = 0; x < width(); x++) {
                    into[at + x] = isKnown ? vector.applyAsDouble(x) : 0;
                }
                return isKnown;
            }
        });
    }

    /** {@inheritDoc} The vectors of videos stay; the user's are computed as those of all users were. */
    @Override
    public Optional<FoldIn> foldIn(InteractionLog fittedTo) {
        return Optional.of((user, log, asOfMillis) -> {
            Histories plays = Histories.of(log, 1);
            return new VectorScorer(this, plays.has(0), userVectors(members, plays, any -> user, Workers.ofCaller()));
        });
    }

    @Override
    public void write(ModelWriter to) throws IOException {
        to.columns(FILE, out -> {
            universe.write(out);
            out.ints(IntStream.range(0, knownUser.length)
                    .filter(user -> knownUser[user])
                    .toArray());
            out.floats(users);
            out.floats(itemsAcross);
            out.doubles(losses);
            for (VectorModel member : members) {
                member.network().write(out);
            }
        });
    }

    /**
     * Reads what {@link #write} of a scorer of the same configuration wrote: it scores the same, bit for bit.
     *
     * @param untrained makes a member
     */
    public static VectorScorer read(
            String name, VectorConfig config, Supplier<VectorModel> untrained, ModelReader from, SideTables tables) {
        return from.columns(FILE, in -> {
            Universe universe = Universe.read(in, tables.itemCount());
            boolean[] known = new boolean[tables.userCount()];
            for (int user : StrictColumns.ascending(in, known.length)) {
                known[user] = true;
            }
            float[] users = StrictColumns.finiteFloats(in, (long) known.length * config.width());
            float[] items = StrictColumns.finiteFloats(in, (long) tables.itemCount() * config.width());
            double[] losses = StrictColumns.finiteDoubles(in, config.epochs());
            List<VectorModel> members = new ArrayList<>();
            for (int member = 0; member < config.members(); member++) {
                VectorModel model = untrained.get();
                model.network().readFrom(in);
                members.add(model);
            }
            return new VectorScorer(name, config, members, known, users, universe, items, losses);
        });
    }
}
