package dev.linger.neural.tower;

import dev.linger.data.Seed;
import dev.linger.data.SideTables;
import dev.linger.data.Workers;
import dev.linger.neural.Histories;
import dev.linger.neural.net.Inputs;
import dev.linger.neural.net.Mlp;
import dev.linger.neural.net.Network;
import dev.linger.neural.net.Training;
import dev.linger.neural.net.UnitVectors;
import dev.linger.neural.retrieval.ItemTower;
import dev.linger.neural.retrieval.UserSide;
import dev.linger.neural.retrieval.VectorModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;

/**
 * Two networks that give vectors of length 1 to users and to videos:
 *
 * <pre>
 * u = tower(what is known of the user) / its length,  v likewise of the video
 * tower(x) = max(0, x W_1 + b_1) W_2 + b_2
 * </pre>
 */
final class Towers implements VectorModel {
    private final Network network = new Network();
    private final ItemTower items;
    private final UserInputs inputs;
    private final Mlp mlp;

    /** Towers without weights: to be started or read. */
    Towers(TwoTowerConfig config, SideTables tables) {
        this.items = new ItemTower(config.vectors(), tables, network);
        this.inputs = new UserInputs(tables, items.idTable(), config, network);
        int[] widths = {inputs.width(), config.hiddenUnits(), config.factorCount()};
        this.mlp = new Mlp(network.layout(), widths, config.dropout());
    }

    @Override
    public Network network() {
        return network;
    }

    @Override
    public ItemTower items() {
        return items;
    }

    @Override
    public float[] userVectors(Histories plays, IntUnaryOperator inTables, Workers workers) {
        return of((user, sink) -> inputs.describe(
                        inTables.applyAsInt(user), plays, plays.start()[user], plays.start()[user + 1], sink))
                .of(plays.userCount(), workers);
    }

    private UnitVectors of(Inputs.Description description) {
        return new UnitVectors(network, mlp, Inputs.of(inputs.width(), description));
    }

    @Override
    public UserSide training(Histories plays, Training training) {
        int[] userOf = plays.userOfEach();
        UnitVectors vectors =
                of((play, sink) -> inputs.describe(userOf[play], plays, plays.start()[userOf[play]], play, sink));
        return new OneByOne(vectors.new InTraining(training));
    }

    /** Each play is an example by itself: in random order, cut into batches of one size but for the last. */
    private record OneByOne(UnitVectors.InTraining vectors) implements UserSide {
        @Override
        public List<int[]> batches(int[] drawn, int size, SplittableRandom random) {
            int[] order = drawn.clone();
            for (int at = order.length - 1; at > 0; at--) {
                int other = random.nextInt(at + 1);
                int swapped = order[at];
                order[at] = order[other];
                order[other] = swapped;
            }
            List<int[]> batches = new ArrayList<>();
            for (int from = 0; from < order.length; from += size) {
                batches.add(Arrays.copyOfRange(order, from, Math.min(order.length, from + size)));
            }
            return batches;
        }

        @Override
        public void forward(int[] batch, float[] ofUsers, Seed seed, Workers workers) {
            vectors.forward(batch, ofUsers, seed, workers);
        }

        @Override
        public void backward(int[] batch, float[] ofUsers, float[] gradient, Workers workers) {
            vectors.backward(batch.length, ofUsers, gradient, workers);
        }
    }
}
