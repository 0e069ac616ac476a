package dev.linger.spark.plays;

import dev.linger.candidates.als.RowBlock;
import dev.linger.data.InteractionLog;
import dev.linger.data.Workers;
import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows, which are users or items, cut into blocks of equal size.
 *
 * @param rows how many there are
 * @param size of a block but the last, a multiple of {@link RowBlock#MULTIPLE}
 */
public record Blocks(int rows, int size) implements Serializable {
    private static final long serialVersionUID = 1;

    /** 131,072 rows, so that their factors are sent as one message of Spark's, 128 MiB, up to 250 a row. */
    private static final int MOST_STEPS = 256;

    /** About so many blocks; fewer where rows are few, and more where they are many. */
    public static Blocks about(int rows, int blocks) {
        int steps = Workers.blockCount(rows, RowBlock.MULTIPLE);
        int stepsOfBlock = Math.max(1, Math.min(MOST_STEPS, (steps + blocks - 1) / blocks));
        return new Blocks(rows, stepsOfBlock * RowBlock.MULTIPLE);
    }

    /** The number of blocks, at least one. */
    public int count() {
        return Math.max(1, Workers.blockCount(rows, size));
    }

    /** The row with which a block begins. */
    public int first(int block) {
        return block * size;
    }

    /** How many rows a block has. */
    public int rowsOf(int block) {
        return Math.min(size, rows - first(block));
    }

    /** The block of a row. */
    public int blockOf(int row) {
        return row / size;
    }

    /** The plays of a log, whose users are these rows, by block. */
    public List<PlayBlock> of(InteractionLog log) {
        int[] sizes = new int[count()];
        for (int row = 0; row < log.size(); row++) {
            sizes[blockOf(log.user(row))]++;
        }
        List<PlayBlock> blocks = IntStream.range(0, count())
                .mapToObj(block -> empty(block, sizes[block]))
                .toList();
        int[] next = new int[sizes.length];
        for (int row = 0; row < log.size(); row++) {
            int block = blockOf(log.user(row));
            PlayBlock to = blocks.get(block);
            int at = next[block]++;
            to.user()[at] = log.user(row) - to.first();
            to.item()[at] = log.item(row);
            to.playMillis()[at] = log.playMillis(row);
            to.durationMillis()[at] = log.durationMillis(row);
            to.timestampMillis()[at] = log.timestampMillis(row);
        }
        return blocks;
    }

    /** A block of no plays. */
    public PlayBlock empty(int block) {
        return empty(block, 0);
    }

    private PlayBlock empty(int block, int plays) {
        return new PlayBlock(
                first(block),
                rowsOf(block),
                new int[plays],
                new int[plays],
                new int[plays],
                new int[plays],
                new long[plays]);
    }
}
