package dev.linger.spark.als;

import dev.linger.candidates.NearBlock;
import dev.linger.candidates.SparsePattern;
import dev.linger.spark.plays.Blocks;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a block of rows needs to be solved without the rest of the fixed side: its pairs, whose columns are numbered among
 * those rows of that side that it needs. These are in their order, so sums over columns are the same to the bit.
 *
 * @param pairs of the block
 * @param rows of the fixed side that occur in its pairs or are withheld, numbered among all, ascending
 */
record NeededRows(PairBlock pairs, int[] rows) implements Serializable {
    private static final long serialVersionUID = 1;

    /**
     * Those of a block.
     *
     * @param withheld columns of pairs that any row of the side withholds
     */
    static NeededRows of(PairBlock pairs, int[] withheld) {
        int[] rows = IntStream.concat(Arrays.stream(pairs.column()), Arrays.stream(withheld))
                .sorted()
                .distinct()
                .toArray();
        int[] column = numbered(pairs.column(), rows);
        return new NeededRows(new PairBlock(pairs.block(), pairs.start(), column, pairs.value()), rows);
    }

    /** The same withheld pairs, numbered so. */
    NearBlock numbered(NearBlock withheld) {
        SparsePattern listed = withheld.listed();
        return new NearBlock(
                numbered(withheld.columns(), rows),
                withheld.lacks(),
                new SparsePattern(listed.start(), numbered(listed.column(), rows)));
    }

    private static int[] numbered(int[] columns, int[] rows) {
        int[] numbers = new int[columns.length];
        for (int at = 0; at < numbers.length; at++) {
            numbers[at] = Arrays.binarySearch(rows, columns[at]);
        }
        return numbers;
    }

    /**
     * What one block of rows needs of one block of the fixed side.
     *
     * @param from the block of the fixed side
     * @param to the block of rows
     * @param rows numbered within the block of the fixed side, ascending
     */
    record Need(int from, int to, int[] rows) implements Serializable {
        private static final long serialVersionUID = 1;
    }

    /** What is needed of each block of the fixed side; nothing of those that are not told. */
    List<Need> needs(Blocks fixed) {
        List<Need> needs = new ArrayList<>();
        int begin = 0;
        while (begin < rows.length) {
            int from = fixed.blockOf(rows[begin]);
            int first = fixed.first(from);
            int end = begin;
            while (end < rows.length && fixed.blockOf(rows[end]) == from) {
                end++;
            }
            int[] within =
                    Arrays.stream(rows, begin, end).map(row -> row - first).toArray();
            needs.add(new Need(from, pairs.block(), within));
            begin = end;
        }
        return needs;
    }
}
