package dev.linger.neural.sequence;

import dev.linger.data.SideTables;
import dev.linger.data.Workers;
import dev.linger.neural.Histories;
import dev.linger.neural.net.Dense;
import dev.linger.neural.net.Gather;
import dev.linger.neural.net.Inputs;
import dev.linger.neural.net.MatrixKernels;
import dev.linger.neural.net.Network;
import dev.linger.neural.net.Training;
import dev.linger.neural.net.Transformer;
import dev.linger.neural.net.UnitRows;
import dev.linger.neural.retrieval.ItemTower;
import dev.linger.neural.retrieval.UserSide;
import dev.linger.neural.retrieval.VectorModel;
import java.util.function.IntUnaryOperator;

/**
 * A transformer over the plays of users, and a tower of videos:
 *
 * <pre>
 * u = (last token's output W + b) / its length,  tokens = profile, then the last plays in the order of time
 * </pre>
 */
final class SequenceModel implements VectorModel {
    private static final int USERS_AT_ONCE = 8;

    private final SequenceConfig config;
    private final Network network = new Network();
    private final ItemTower items;
    private final TokenInputs inputs;
    private final Transformer transformer;
    private final Dense last;

    /** A model without weights: to be started or read. */
    SequenceModel(SequenceConfig config, SideTables tables) {
        this.config = config;
        this.items = new ItemTower(config.vectors(), tables, network);
        this.inputs = new TokenInputs(tables, items.idTable(), config, mostTokens(), network);
        this.transformer = new Transformer(
                network.layout(), config.idWidth(), config.heads(), config.blocks(), mostTokens(), config.dropout());
        this.last = new Dense(network.layout(), config.idWidth(), config.factorCount());
    }

    /** The profile and the last plays. */
    int mostTokens() {
        return config.historyLength() + 1;
    }

    @Override
    public Network network() {
        return network;
    }

    @Override
    public ItemTower items() {
        return items;
    }

    Transformer transformer() {
        return transformer;
    }

    Dense last() {
        return last;
    }

    @Override
    public UserSide training(Histories plays, Training training) {
        return new SequencesInTraining(this, plays, training);
    }

    @Override
    public float[] userVectors(Histories plays, IntUnaryOperator inTables, Workers workers) {
        float[] vectors = new float[Math.multiplyExact(plays.userCount(), config.factorCount())];
        int atOnce = Math.min(USERS_AT_ONCE, plays.userCount());
        workers.forBlocks(
                plays.userCount(),
                USERS_AT_ONCE,
                () -> transformer.new Pass(MatrixKernels.chosen(), atOnce),
                (pass, block, from, to) -> embed(pass, plays, inTables, from, to, vectors));
        return vectors;
    }

    private void embed(
            Transformer.Pass pass, Histories plays, IntUnaryOperator inTables, int from, int to, float[] vectors) {
        Sequence sequence = new Sequence(plays);
        Gather gather = new Gather(network, sequence);
        int[] start = new int[to - from + 1];
        for (int user = from; user < to; user++) {
            int first = plays.start()[user];
            int end = plays.start()[user + 1];
            int firstSeen = Math.max(first, end - config.historyLength());
            sequence.goTo(inTables.applyAsInt(user), firstSeen, first);
            start[user - from + 1] = start[user - from] + 1 + end - firstSeen;
            sequence.fill(gather, pass.input(), start[user - from], 1 + end - firstSeen);
        }
        pass.forward(network.weights(), start, to - from);
        float[] ends = new float[(to - from) * inputs.width()];
        for (int user = 0; user < to - from; user++) {
            System.arraycopy(
                    pass.output(), (start[user + 1] - 1) * inputs.width(), ends, user * inputs.width(), inputs.width());
        }
        float[] outputs = new float[(to - from) * last.outputs()];
        last.forward(MatrixKernels.chosen(), network.weights(), ends, outputs, to - from);
        UnitRows.forward(outputs, vectors, from * last.outputs(), to - from, last.outputs());
    }

    /** The tokens of one user after another. */
    final class Sequence implements Inputs {
        private final Histories plays;
        private int user;
        private int firstSeen;
        private int firstOfUser;

        Sequence(Histories plays) {
            this.plays = plays;
        }

        /**
         * Goes to another user.
         *
         * @param inTables the user in the tables
         * @param seenFrom the play of the second token
         * @param ofUser the user's first play
         */
        void goTo(int inTables, int seenFrom, int ofUser) {
            this.user = inTables;
            this.firstSeen = seenFrom;
            this.firstOfUser = ofUser;
        }

        /** Writes so many tokens, from a token of the input on. */
        void fill(Gather gather, float[] input, int from, int tokens) {
            for (int token = 0; token < tokens; token++) {
                gather.input(token, input, (from + token) * width());
            }
        }

        @Override
        public int width() {
            return inputs.width();
        }

        @Override
        public void describe(int token, Sink sink) {
            if (token == 0) {
                inputs.describeUser(user, sink);
            } else {
                int play = firstSeen + token - 1;
                inputs.describePlay(plays, play, token, play == firstOfUser, sink);
            }
        }
    }
}
