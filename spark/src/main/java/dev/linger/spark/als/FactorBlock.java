package dev.linger.spark.als;

import dev.linger.candidates.als.FactorMatrix;
import dev.linger.spark.plays.Blocks;
import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Rows of factors on their way.
 *
 * @param block of which they are
 * @param values row-major, all rows of the block or some
 */
public record FactorBlock(int block, float[] values) implements Serializable {
    private static final long serialVersionUID = 1;

    /** All rows of a side, a block a partition. */
    public static JavaRDD<FactorBlock> spread(JavaSparkContext spark, FactorMatrix rows, Blocks blocks) {
        List<FactorBlock> parts = IntStream.range(0, blocks.count())
                .mapToObj(block -> of(block, rows, blocks))
                .toList();
        return spark.parallelize(parts, parts.size());
    }

    private static FactorBlock of(int block, FactorMatrix rows, Blocks blocks) {
        int from = blocks.first(block);
        return new FactorBlock(
                block, rows.rows(from, from + blocks.rowsOf(block)).values());
    }

    /** Some of the rows, numbered within the block, in their order. */
    FactorBlock only(int[] rows, int factorCount) {
        float[] some = new float[rows.length * factorCount];
        for (int at = 0; at < rows.length; at++) {
            System.arraycopy(values, rows[at] * factorCount, some, at * factorCount, factorCount);
        }
        return new FactorBlock(block, some);
    }

    /** The values of several, one after the other. */
    static float[] joined(List<FactorBlock> parts) {
        float[] all =
                new float[parts.stream().mapToInt(part -> part.values.length).sum()];
        int at = 0;
        for (FactorBlock part : parts) {
            System.arraycopy(part.values, 0, all, at, part.values.length);
            at += part.values.length;
        }
        return all;
    }
}
