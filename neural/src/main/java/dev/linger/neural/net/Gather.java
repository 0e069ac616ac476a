package dev.linger.neural.net;

import java.util.Arrays;

/** Makes inputs of some examples, and remembers the rows of embeddings they were made of. */
public final class Gather implements Inputs.Sink {
    private final Network network;
    private final Inputs inputs;
    private final Touches touches = new Touches();
    private float[] into = new float[0];
    private int base;

    public Gather(Network network, Inputs inputs) {
        this.network = network;
        this.inputs = inputs;
    }

    /** Starts a part of a batch: what was remembered is forgotten. */
    public void start() {
        touches.clear();
    }

    /** Writes the input of an example from a place on. */
    public void input(int example, float[] input, int at) {
        Arrays.fill(input, at, at + inputs.width(), 0);
        into = input;
        base = at;
        inputs.describe(example, this);
    }

    @Override
    public void row(int table, int row, float weight, int at) {
        network.table(table).addTo(row, weight, into, base + at);
        touches.add(table, row, base + at, weight);
    }

    @Override
    public void number(float value, int at) {
        into[base + at] = value;
    }

    public Touches touches() {
        return touches;
    }
}
