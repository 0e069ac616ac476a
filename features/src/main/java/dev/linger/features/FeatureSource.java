package dev.linger.features;

import java.util.List;

/** Feature rows that are read block by block, so that they need not all be in memory at once. */
public interface FeatureSource {
    /** The columns of every row. */
    List<FeatureColumn> columns();

    /** User of each row. */
    int[] user();

    /** Item of each row. */
    int[] item();

    /**
     * Gives every row once, in order. Rows are made again at each call. Blocks are read one at a time but maybe by several
     * threads in turn; a block is the reader's only while it reads it, and stays as it is.
     */
    void forEachBlock(BlockReader reader);

    /**
     * Gives every row once, blocks in any order and to several threads at once, so that none waits for its turn. A block is the
     * reader's only while it reads it, and stays as it is.
     */
    default void forEachBlockAtOnce(BlockReader reader) {
        forEachBlock(reader);
    }

    /** Some of the rows, by rising row number. */
    FeatureSource pick(int[] rows);

    /** The number of rows. */
    default int size() {
        return user().length;
    }

    /** These rows and, after them, others of the same columns. */
    default FeatureSource and(FeatureSource others) {
        return JoinedRows.of(this, others);
    }

    /** All rows in memory: of a few, or of a sample. */
    default FeatureRows all() {
        int width = columns().size();
        float[] cells = new float[Math.multiplyExact(size(), width)];
        forEachBlockAtOnce((firstRow, block) ->
                System.arraycopy(block.values(), 0, cells, firstRow * width, block.size() * width));
        return new FeatureRows(columns(), user(), item(), cells);
    }

    /** What is done with the rows of a block. */
    @FunctionalInterface
    interface BlockReader {
        /**
         * Reads a block.
         *
         * @param firstRow number of the block's first row
         */
        void read(int firstRow, FeatureRows block);
    }
}
