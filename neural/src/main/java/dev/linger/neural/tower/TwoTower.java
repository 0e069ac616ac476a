package dev.linger.neural.tower;

import dev.linger.candidates.FitContext;
import dev.linger.candidates.FoldIn;
import dev.linger.candidates.ItemScorer;
import dev.linger.candidates.Similarity;
import dev.linger.candidates.StrictColumns;
import dev.linger.candidates.TopItems;
import dev.linger.candidates.Universe;
import dev.linger.data.InteractionLog;
import dev.linger.data.Progress;
import dev.linger.data.SideTables;
import dev.linger.data.Workers;
import dev.linger.data.store.ModelReader;
import dev.linger.data.store.ModelWriter;
import dev.linger.neural.Histories;
import dev.linger.neural.net.Inputs;
import dev.linger.neural.net.MatrixKernels;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The scorer named "two-tower": {@code score = sum over the members of u . v}, the cosine of user and video in each. */
public final class TwoTower implements ItemScorer {
    private static final String FILE = "towers";

    private final TwoTowerConfig config;
    private final List<Towers> members;
    private final boolean[] knownUser;
    private final float[] users;
    private final Universe universe;
    /** The vectors of all videos, those of all members one after another, as a matrix of a column a video. */
    private final float[] itemsAcross;

    private final double[] losses;

    private TwoTower(
            TwoTowerConfig config,
            List<Towers> members,
            boolean[] knownUser,
            float[] users,
            Universe universe,
            float[] itemsAcross,
            double[] losses) {
        this.config = config;
        this.members = List.copyOf(members);
        this.knownUser = knownUser;
        this.users = users;
        this.universe = universe;
        this.itemsAcross = itemsAcross;
        this.losses = losses;
    }

    static TwoTower fit(TwoTowerConfig config, FitContext context) {
        Histories plays = Histories.of(context.log(), context.userCount());
        ItemStatistics statistics = new ItemStatistics(context.itemCount(), config.likedThreshold());
        TowerTrainer trainer = new TowerTrainer(config, context, plays, statistics.beforeEachPlay(context.log()));
        List<Towers> members = new ArrayList<>();
        double[] losses = new double[config.epochs()];
        try (Progress.Task task =
                context.progress().start("train two-tower", "epochs", (long) config.members() * config.epochs())) {
            for (int member = 0; member < config.members(); member++) {
                members.add(trainer.train(context.seed().derive("two-tower " + member), losses, task));
            }
        }
        for (int epoch = 0; epoch < losses.length; epoch++) {
            losses[epoch] /= config.members();
        }
        return new TwoTower(
                config,
                members,
                known(plays),
                userVectors(members, plays, context.workers()),
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
    private static float[] userVectors(List<Towers> members, Histories plays, Workers workers) {
        int count = plays.userCount();
        int width = members.get(0).width();
        float[] all = new float[Math.multiplyExact(count, width * members.size())];
        for (int member = 0; member < members.size(); member++) {
            Towers towers = members.get(member);
            Inputs inputs = Inputs.of(towers.userInputs().width(), (user, sink) -> towers.userInputs()
                    .describe(user, plays, plays.start()[user], plays.start()[user + 1], sink));
            float[] ofMember = towers.embedUsers(inputs, count, workers);
            for (int user = 0; user < count; user++) {
                System.arraycopy(ofMember, user * width, all, (user * members.size() + member) * width, width);
            }
        }
        return all;
    }

    private static float[] itemVectors(List<Towers> members, float[] statistics, FitContext context) {
        int count = context.itemCount();
        int width = members.get(0).width();
        float[] across = new float[Math.multiplyExact(count, width * members.size())];
        for (int member = 0; member < members.size(); member++) {
            Towers towers = members.get(member);
            Inputs inputs = Inputs.of(towers.itemInputs().width(), (item, sink) -> towers.itemInputs()
                    .describe(item, context.asOfDay(), statistics, item, sink));
            float[] ofMember = towers.embedItems(inputs, count, context.workers());
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
        return "two-tower";
    }

    @Override
    public int itemCount() {
        return universe.itemCount();
    }

    @Override
    public void score(int user, double[] scores) {
        if (!knownUser[user]) {
            Arrays.fill(scores, Double.NEGATIVE_INFINITY);
            return;
        }
        float[] sums = products(users, user * width());
        for (int item = 0; item < sums.length; item++) {
            scores[item] = universe.contains(item) ? sums[item] : Double.NEGATIVE_INFINITY;
        }
    }

    /** The products of a vector, which begins at a place, with those of all videos. */
    private float[] products(float[] vector, int at) {
        int items = itemCount();
        float[] sums = new float[items];
        MatrixKernels.chosen()
                .multiplyAdd(vector, at, width(), 1, itemsAcross, 0, items, sums, 0, items, 1, width(), items);
        return sums;
    }

    private int width() {
        return config.factorCount() * config.members();
    }

    @Override
    public double[] lossTrace() {
        return losses.clone();
    }

    /** {@inheritDoc} By the sum over the members of the cosines of their vectors. */
    @Override
    public Optional<Similarity> similarity() {
        return Optional.of((item, count) -> {
            float[] of = new float[width()];
            for (int x = 0; x < of.length; x++) {
                of[x] = itemsAcross[x * itemCount() + item];
            }
            float[] sums = products(of, 0);
            TopItems top = new TopItems(count);
            for (int other = 0; other < sums.length; other++) {
                if (other != item && universe.contains(item) && universe.contains(other)) {
                    top.offer(other, sums[other]);
                }
            }
            return top.drain(item);
        });
    }

    /** {@inheritDoc} The vectors of videos stay; the user's are computed as those of all users were. */
    @Override
    public Optional<FoldIn> foldIn(InteractionLog fittedTo) {
        return Optional.of((user, log, asOfMillis) -> {
            Histories plays = Histories.of(log, 1);
            float[] vector = new float[width()];
            for (int member = 0; member < members.size(); member++) {
                UserInputs inputs = members.get(member).userInputs();
                float[] ofMember = members.get(member)
                        .embedUsers(
                                Inputs.of(
                                        inputs.width(),
                                        (any, sink) -> inputs.describe(user, plays, 0, plays.size(), sink)),
                                1,
                                Workers.ofCaller());
                System.arraycopy(ofMember, 0, vector, member * ofMember.length, ofMember.length);
            }
            boolean[] known = {plays.has(0)};
            return new TwoTower(config, members, known, vector, universe, itemsAcross, losses);
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
            for (Towers member : members) {
                member.write(out);
            }
        });
    }

    /** Scores as the one written did, bit for bit. */
    static TwoTower read(TwoTowerConfig config, ModelReader from, SideTables tables) {
        int width = config.factorCount() * config.members();
        return from.columns(FILE, in -> {
            Universe universe = Universe.read(in, tables.itemCount());
            boolean[] known = new boolean[tables.userCount()];
            for (int user : StrictColumns.ascending(in, known.length)) {
                known[user] = true;
            }
            float[] users = StrictColumns.finiteFloats(in, (long) known.length * width);
            float[] items = StrictColumns.finiteFloats(in, (long) tables.itemCount() * width);
            double[] losses = StrictColumns.finiteDoubles(in, config.epochs());
            List<Towers> members = new ArrayList<>();
            for (int member = 0; member < config.members(); member++) {
                members.add(Towers.read(config, tables, in));
            }
            return new TwoTower(config, members, known, users, universe, items, losses);
        });
    }
}
