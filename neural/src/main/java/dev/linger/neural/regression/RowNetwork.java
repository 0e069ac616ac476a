package dev.linger.neural.regression;

import dev.linger.neural.net.Gather;
import dev.linger.neural.net.Inputs;
import dev.linger.neural.net.MatrixKernels;
import dev.linger.neural.net.Mlp;
import dev.linger.neural.net.Network;
import dev.linger.neural.net.Touches;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A network over rows: its input are learned vectors of the user, of the video and of the levels of categories, and then the
 * numbers; its output are one number or several. Users and videos of no row that was learned from have zeros.
 */
final class RowNetwork {
    private final RowCodes codes;
    private final Network network = new Network();
    private final Vectors users;
    private final Vectors items;
    private final int[] table;
    private final int[] at;
    private final int vectorInputs;
    private final int inputs;
    private final Mlp mlp;

    /** Learned vectors of things with numbers, in a table, at a place of the input; none where the width is 0. */
    private record Vectors(int table, int count, int width, int at) {
        void describe(int thing, Inputs.Sink sink) {
            if (width > 0 && thing < count) {
                sink.row(table, thing, 1, at);
            }
        }
    }

    /** A network without weights, to be started or read, of so many outputs, which share all layers but the last. */
    RowNetwork(RowCodes codes, int userCount, int itemCount, NeuralConfig config, int outputs) {
        this.codes = codes;
        this.users = vectors(userCount, config.userWidth(), 0);
        this.items = vectors(itemCount, config.itemWidth(), users.width);
        int columns = codes.codes().size();
        this.table = new int[columns];
        this.at = new int[columns];
        int end = items.at + items.width;
        for (int column = 0; column < columns; column++) {
            if (codes.codes().get(column) instanceof LevelCode levels) {
                table[column] = network.addTable(levels.rows(), levels.width());
                at[column] = end;
                end += levels.width();
            }
        }
        this.vectorInputs = padded(end);
        end = vectorInputs;
        for (int column = 0; column < columns; column++) {
            if (codes.codes().get(column) instanceof NumberCode number) {
                at[column] = end;
                end += number.numbers();
            }
        }
        this.inputs = padded(end);
        int[] widths = IntStream.concat(
                        IntStream.concat(
                                IntStream.of(inputs), config.widths().stream().mapToInt(width -> width)),
                        IntStream.of(outputs))
                .toArray();
        this.mlp = new Mlp(network.layout(), widths, config.dropout());
    }

    private Vectors vectors(int count, int width, int from) {
        return width == 0 || count == 0
                ? new Vectors(-1, 0, 0, from)
                : new Vectors(network.addTable(count, width), count, width, from);
    }

    private static int padded(int width) {
        return Math.max(Inputs.PADDING, Inputs.paddedWidth(width));
    }

    Network network() {
        return network;
    }

    void transpose(float[] transposed) {
        mlp.transpose(network.weights(), transposed);
    }

    /** Sets to zeros the vectors of users and videos that are in none of the first rows, which are noise of the start values. */
    void forgetUnseen(CodedRows rows, int first) {
        boolean[] userSeen = new boolean[users.count];
        boolean[] itemSeen = new boolean[items.count];
        for (int row = 0; row < first; row++) {
            if (users.count > 0) {
                userSeen[rows.user(row)] = true;
            }
            if (items.count > 0) {
                itemSeen[rows.item(row)] = true;
            }
        }
        clear(users, userSeen);
        clear(items, itemSeen);
    }

    private void clear(Vectors vectors, boolean[] seen) {
        for (int thing = 0; thing < seen.length; thing++) {
            if (!seen[thing]) {
                network.table(vectors.table).clear(thing);
            }
        }
    }

    /** Room for up to so many rows on their way through; a task has its own. */
    final class Pass {
        private final CodedRows rows;
        private final Mlp.Pass pass;
        private final Gather gather;

        Pass(CodedRows rows, int mostRows) {
            this.rows = rows;
            this.pass = mlp.new Pass(MatrixKernels.chosen(), mostRows);
            this.gather = new Gather(network, Inputs.of(vectorInputs, this::describe));
        }

        private void describe(int row, Inputs.Sink sink) {
            users.describe(rows.user(row), sink);
            items.describe(rows.item(row), sink);
            char[] block = rows.block(row);
            int from = rows.at(row);
            for (int column = 0; column < at.length; column++) {
                if (codes.codes().get(column) instanceof LevelCode) {
                    sink.row(table[column], block[from + column], 1, at[column]);
                }
            }
        }

        /** Begins with other rows. */
        void start() {
            gather.start();
        }

        /** Fills the input of the row at a position. */
        void input(int row, int position) {
            float[] input = pass.input();
            int to = position * inputs;
            gather.input(row, input, to);
            Arrays.fill(input, to + vectorInputs, to + inputs, 0);
            char[] block = rows.block(row);
            int from = rows.at(row);
            for (int column = 0; column < at.length; column++) {
                codes.codes().get(column).write(block[from + column], input, to + at[column]);
            }
        }

        void forward(int count) {
            pass.forward(network.weights(), count);
        }

        void forward(int count, SplittableRandom random) {
            pass.forward(network.weights(), count, random);
        }

        /** The outputs, those of a row side by side. */
        float[] output() {
            return pass.output();
        }

        /** The loss's derivatives by the outputs: to be filled before {@link #backward}. */
        float[] outputGradient() {
            return pass.outputGradient();
        }

        /** Adds the gradients of the weights, and writes those of the inputs that are vectors. */
        void backward(float[] transposed, float[] gradient, int count) {
            pass.backward(transposed, gradient, count, vectorInputs);
        }

        Touches touches() {
            return gather.touches();
        }

        float[] inputGradient() {
            return pass.inputGradient();
        }
    }
}
