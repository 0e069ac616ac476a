package dev.linger.neural.net;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Where the weights of each layer lie in the one array that holds all dense weights of a network, and how they start. */
public final class WeightLayout {
    private final List<Block> blocks = new ArrayList<>();
    private int size;

    /** Weights that start uniform in (-bound, bound). */
    public int uniform(int count, double bound) {
        return add(new Block(size, count, 0, bound));
    }

    /** Weights that start with one value. */
    public int constant(int count, float value) {
        return add(new Block(size, count, value, 0));
    }

    private int add(Block block) {
        blocks.add(block);
        size = Math.addExact(size, block.count);
        return block.at;
    }

    /** The number of all weights. */
    public int size() {
        return size;
    }

    /** All weights as they start. */
    public float[] start(SplittableRandom random) {
        float[] weights = new float[size];
        for (Block block : blocks) {
            if (block.bound == 0) {
                Arrays.fill(weights, block.at, block.at + block.count, block.value);
            } else {
                for (int at = block.at; at < block.at + block.count; at++) {
                    weights[at] = (float) ((2 * random.nextDouble() - 1) * block.bound);
                }
            }
        }
        return weights;
    }

    private record Block(int at, int count, float value, double bound) {}
}
