package dev.linger.candidates;

import java.util.Arrays;
import java.util.BitSet;

/**
 * A sparse pattern told by what it lacks of a block. Withheld pairs are nearly always a block: so many users, and for each of
 * them nearly all of the same items. So of each row either its own columns are listed, or, where these are fewer, the columns
 * of the block that it does not have.
 *
 * @param columns of the block: every column that any row has, ascending
 * @param lacks of each row, whether the columns listed are those that it lacks
 * @param listed of each row, its own columns or those that it lacks, ascending
 */
public record NearBlock(int[] columns, boolean[] lacks, SparsePattern listed) {
    /** The same cells as the pattern's. */
    public static NearBlock of(SparsePattern pattern) {
        int[] block = distinct(pattern.column());
        boolean[] lacks = new boolean[pattern.rowCount()];
        int[] start = new int[pattern.rowCount() + 1];
        int[] listed = new int[pattern.size()];
        for (int row = 0; row < lacks.length; row++) {
            int own = pattern.to(row) - pattern.from(row);
            lacks[row] = 2 * own > block.length;
            start[row + 1] = lacks[row]
                    ? lacking(block, pattern, row, listed, start[row])
                    : own(pattern, row, listed, start[row]);
        }
        return new NearBlock(block, lacks, new SparsePattern(start, Arrays.copyOf(listed, start[lacks.length])));
    }

    private static int[] distinct(int[] columns) {
        BitSet held = new BitSet();
        for (int column : columns) {
            held.set(column);
        }
        return held.stream().toArray();
    }

    private static int own(SparsePattern pattern, int row, int[] into, int at) {
        int count = pattern.to(row) - pattern.from(row);
        System.arraycopy(pattern.column(), pattern.from(row), into, at, count);
        return at + count;
    }

    private static int lacking(int[] block, SparsePattern pattern, int row, int[] into, int begin) {
        int at = begin;
        int next = pattern.from(row);
        for (int column : block) {
            if (next < pattern.to(row) && pattern.column()[next] == column) {
                next++;
            } else {
                into[at++] = column;
            }
        }
        return at;
    }

    /** That of the rows {@code from..to-1}, of the same block. */
    public NearBlock rows(int from, int to) {
        int[] start = new int[to - from + 1];
        for (int row = from; row < to; row++) {
            start[row - from + 1] = listed.to(row) - listed.from(from);
        }
        return new NearBlock(
                columns,
                Arrays.copyOfRange(lacks, from, to),
                new SparsePattern(
                        start,
                        Arrays.copyOfRange(listed.column(), listed.from(from), listed.from(from) + start[to - from])));
    }

    /** Whether the row has no columns at all. */
    public boolean isEmpty(int row) {
        return !lacks[row] && listed.from(row) == listed.to(row);
    }
}
