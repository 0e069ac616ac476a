package dev.linger.ranker;

import dev.linger.data.Workers;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureRows;
import dev.linger.features.FeatureSource;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The same rows, read in blocks of so many.
 *
 * @param rows all of them
 * @param blockRows most rows of a block
 */
public record InBlocks(FeatureRows rows, int blockRows) implements FeatureSource {
    /** The same training sets with rows in such blocks. */
    public static TrainingSet of(TrainingSet set, int blockRows) {
        return new TrainingSet(new InBlocks(set.rows().all(), blockRows), set.label(), set.group());
    }

    @Override
    public List<FeatureColumn> columns() {
        return rows.columns();
    }

    @Override
    public int[] user() {
        return rows.user();
    }

    @Override
    public int[] item() {
        return rows.item();
    }

    @Override
    public void forEachBlock(BlockReader reader) {
        for (int from = 0; from < rows.size(); from += blockRows) {
            int to = Math.min(rows.size(), from + blockRows);
            reader.read(from, rows.pick(IntStream.range(from, to).toArray()));
        }
    }

    /** The blocks from the last to the first, several at once. */
    @Override
    public void forEachBlockAtOnce(BlockReader reader) {
        int blocks = Workers.blockCount(rows.size(), blockRows);
        try (Workers workers = new Workers(4)) {
            workers.forBlocks(blocks, 1, (block, end) -> {
                int from = (blocks - 1 - block) * blockRows;
                int to = Math.min(rows.size(), from + blockRows);
                reader.read(from, rows.pick(IntStream.range(from, to).toArray()));
            });
        }
    }

    @Override
    public FeatureSource pick(int[] picked) {
        return new InBlocks(rows.pick(picked), blockRows);
    }
}
