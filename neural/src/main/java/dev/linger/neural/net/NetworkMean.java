package dev.linger.neural.net;

import dev.linger.candidates.StrictColumns;
import dev.linger.data.columns.ColumnReader;
import dev.linger.data.columns.ColumnWriter;
import java.io.IOException;
import java.util.List;

/**
 * The mean of a network at several steps of its training (Polyak and Juditsky, SIAM J. Control and Optimization 1992): steps of
 * a fixed size keep a network moving around what it is trained for, and their mean is nearer to that.
 */
public final class NetworkMean {
    private final float[][] values;
    private int count;

    /** A mean of nothing yet, of networks of this size. */
    public NetworkMean(Network network) {
        List<EmbeddingTable> tables = network.tables();
        this.values = new float[tables.size() + 1][];
        values[0] = new float[network.weights().length];
        for (int table = 0; table < tables.size(); table++) {
            values[table + 1] = new float[tables.get(table).values().length];
        }
    }

    /** Takes the network in, as it is now. */
    public void add(Network network) {
        count++;
        add(network.weights(), values[0]);
        for (int table = 0; table < values.length - 1; table++) {
            add(network.table(table).values(), values[table + 1]);
        }
    }

    private void add(float[] value, float[] mean) {
        float share = 1f / count;
        for (int at = 0; at < mean.length; at++) {
            mean[at] += share * (value[at] - mean[at]);
        }
    }

    public void write(ColumnWriter out) throws IOException {
        for (float[] array : values) {
            out.floats(array);
        }
    }

    /**
     * Reads what {@link #write} of a mean of networks of this size wrote: one that takes in no more.
     *
     * @throws IllegalArgumentException where it is of another size
     */
    public static NetworkMean read(ColumnReader in, Network network) throws IOException {
        NetworkMean mean = new NetworkMean(network);
        for (float[] array : mean.values) {
            float[] read = StrictColumns.finiteFloats(in, array.length);
            System.arraycopy(read, 0, array, 0, array.length);
        }
        return mean;
    }

    /** The dense weights at 0, then those of each table. */
    float[] values(int at) {
        return values[at];
    }
}
