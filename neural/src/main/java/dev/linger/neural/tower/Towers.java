package dev.linger.neural.tower;

import dev.linger.data.SideTables;
import dev.linger.data.Workers;
import dev.linger.data.columns.ColumnReader;
import dev.linger.data.columns.ColumnWriter;
import dev.linger.neural.net.Gather;
import dev.linger.neural.net.Inputs;
import dev.linger.neural.net.MatrixKernels;
import dev.linger.neural.net.Mlp;
import dev.linger.neural.net.Network;
import dev.linger.neural.net.UnitRows;
import java.io.IOException;

/**
 * Two networks that give vectors of length 1 to users and to videos:
 *
 * <pre>
 * u = tower(what is known of the user) / its length,  v likewise of the video,  score = u . v
 * tower(x) = max(0, x W_1 + b_1) W_2 + b_2
 * </pre>
 */
final class Towers {
    private static final int ROWS_AT_ONCE = 64;
    /** Inputs are padded to a multiple of it, so that vector instructions do all of the way back. */
    private static final int PADDING = 32;

    private final Network network = new Network();
    private final ItemInputs itemInputs;
    private final UserInputs userInputs;
    private final Mlp userTower;
    private final Mlp itemTower;

    /** Towers without weights: to be started or read. */
    Towers(TwoTowerConfig config, SideTables tables) {
        this.itemInputs = new ItemInputs(tables.itemTable(), config.idWidth(), network);
        this.userInputs = new UserInputs(tables.userTable(), itemInputs, tables.itemCount(), config, network);
        this.userTower = tower(userInputs.width(), config);
        this.itemTower = tower(itemInputs.width(), config);
    }

    private Mlp tower(int inputs, TwoTowerConfig config) {
        int[] widths = {inputs, config.hiddenUnits(), config.factorCount()};
        return new Mlp(network.layout(), widths, config.dropout());
    }

    static int paddedWidth(int width) {
        return (width + PADDING - 1) / PADDING * PADDING;
    }

    static Towers read(TwoTowerConfig config, SideTables tables, ColumnReader in) throws IOException {
        Towers towers = new Towers(config, tables);
        towers.network.readFrom(in);
        return towers;
    }

    void write(ColumnWriter out) throws IOException {
        network.write(out);
    }

    Network network() {
        return network;
    }

    UserInputs userInputs() {
        return userInputs;
    }

    ItemInputs itemInputs() {
        return itemInputs;
    }

    Mlp userTower() {
        return userTower;
    }

    Mlp itemTower() {
        return itemTower;
    }

    /** The length of the vectors. */
    int width() {
        return userTower.outputs();
    }

    /** The vectors of some users, one row each. */
    float[] embedUsers(Inputs users, int count, Workers workers) {
        return embed(userTower, users, count, workers);
    }

    /** The vectors of some videos, one row each. */
    float[] embedItems(Inputs items, int count, Workers workers) {
        return embed(itemTower, items, count, workers);
    }

    private float[] embed(Mlp tower, Inputs inputs, int count, Workers workers) {
        float[] vectors = new float[Math.multiplyExact(count, width())];
        int rows = Math.min(ROWS_AT_ONCE, count);
        workers.forBlocks(
                count, ROWS_AT_ONCE, () -> tower.new Pass(MatrixKernels.chosen(), rows), (pass, block, from, to) -> {
                    Gather gather = new Gather(network, inputs);
                    for (int at = from; at < to; at++) {
                        gather.input(at, pass.input(), (at - from) * inputs.width());
                    }
                    pass.forward(network.weights(), to - from);
                    UnitRows.forward(pass.output(), vectors, from * width(), to - from, width());
                });
        return vectors;
    }
}
