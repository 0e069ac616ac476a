package dev.linger.neural.retrieval;

import dev.linger.data.InteractionLog;
import dev.linger.data.SideTables;
import dev.linger.data.Workers;
import dev.linger.neural.Histories;
import dev.linger.neural.net.Inputs;
import dev.linger.neural.net.Mlp;
import dev.linger.neural.net.Network;
import dev.linger.neural.net.Training;
import dev.linger.neural.net.UnitVectors;

/** The network that gives videos vectors of length 1. */
public final class ItemTower {
    private final Network network;
    private final SideTables tables;
    private final ItemInputs inputs;
    private final Mlp mlp;

    /** A tower that adds its weights and tables to a network. */
    public ItemTower(VectorConfig config, SideTables tables, Network network) {
        this.network = network;
        this.tables = tables;
        this.inputs = new ItemInputs(tables.itemTable(), config.idWidth(), network);
        int[] widths = {inputs.width(), config.hiddenUnits(), config.factorCount()};
        this.mlp = new Mlp(network.layout(), widths, config.dropout());
    }

    /** The table of the videos' own vectors. */
    public int idTable() {
        return inputs.idTable();
    }

    /**
     * The vectors of all videos, one row each.
     *
     * @param day the local day, in days since 1970-01-01
     * @param statistics how each was watched
     */
    float[] vectors(int day, float[] statistics, Workers workers) {
        return of((item, sink) -> inputs.describe(item, day, statistics, item, sink))
                .of(tables.itemCount(), workers);
    }

    /**
     * The tower while it is trained: an example is a play, of which it gets the video.
     *
     * @param statistics how the video of each row of the log was watched before it
     */
    UnitVectors.InTraining training(Histories plays, float[] statistics, Training training) {
        UnitVectors vectors = of((play, sink) -> inputs.describe(
                plays.item()[play],
                InteractionLog.dayOf(plays.millis()[play], tables.zone()),
                statistics,
                plays.row()[play],
                sink));
        return vectors.new InTraining(training);
    }

    private UnitVectors of(Inputs.Description description) {
        return new UnitVectors(network, mlp, Inputs.of(inputs.width(), description));
    }
}
