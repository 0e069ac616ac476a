package dev.linger.spark.plays;

import org.apache.spark.Partitioner;

/** Each block in a partition of its own, in their order; keys are numbers of blocks. */
public final class OneBlockEach extends Partitioner {
    private static final long serialVersionUID = 1;

    private final int blocks;

    /** @param blocks how many there are */
    public OneBlockEach(int blocks) {
        this.blocks = blocks;
    }

    @Override
    public int numPartitions() {
        return blocks;
    }

    @Override
    public int getPartition(Object key) {
        return (Integer) key;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OneBlockEach each && each.blocks == blocks;
    }

    @Override
    public int hashCode() {
        return blocks;
    }
}
