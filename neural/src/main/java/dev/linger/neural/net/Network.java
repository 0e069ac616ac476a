package dev.linger.neural.net;

import dev.linger.candidates.StrictColumns;
import dev.linger.data.columns.ColumnReader;
import dev.linger.data.columns.ColumnWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * All that a network has learned: the weights of its dense layers in one array, and tables of embeddings. Layers know where
 * their weights lie; the network is written and read as columns of numbers, and reading it needs nothing that trained it.
 */
public final class Network {
    private final WeightLayout layout = new WeightLayout();
    private final List<EmbeddingTable> tables = new ArrayList<>();
    private float[] weights = new float[0];

    /** Where layers add their weights, before {@link #start} or {@link #readFrom}. */
    public WeightLayout layout() {
        return layout;
    }

    /** Adds a table, and returns its number. */
    public int addTable(int rows, int width) {
        tables.add(new EmbeddingTable(rows, width));
        return tables.size() - 1;
    }

    public EmbeddingTable table(int number) {
        return tables.get(number);
    }

    List<EmbeddingTable> tables() {
        return tables;
    }

    /** The weights of the dense layers. */
    public float[] weights() {
        return weights;
    }

    /** Gives everything its start values. */
    public void start(SplittableRandom random) {
        weights = layout.start(random);
        tables.forEach(table -> table.start(random));
    }

    /** Gives it the weights and tables that a mean has. */
    public void setTo(NetworkMean mean) {
        weights = mean.values(0).clone();
        for (int table = 0; table < tables.size(); table++) {
            float[] values = tables.get(table).values();
            System.arraycopy(mean.values(table + 1), 0, values, 0, values.length);
        }
    }

    public void write(ColumnWriter out) throws IOException {
        out.floats(weights);
        for (EmbeddingTable table : tables) {
            out.floats(table.values());
        }
    }

    /**
     * Reads what {@link #write} of a network with the same layers and tables wrote.
     *
     * @throws IllegalArgumentException where it is of another size or a value is not finite
     */
    public void readFrom(ColumnReader in) throws IOException {
        weights = StrictColumns.finiteFloats(in, layout.size());
        for (EmbeddingTable table : tables) {
            float[] values = StrictColumns.finiteFloats(in, table.values().length);
            System.arraycopy(values, 0, table.values(), 0, values.length);
        }
    }
}
