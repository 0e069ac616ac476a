package dev.linger.pipeline.report;

import dev.linger.data.Id;
import dev.linger.data.IdIndex;
import dev.linger.data.csv.IdRows;
import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The id of each row of a file.
 *
 * @param ids those that rows have, and perhaps others
 * @param rows where the id of each row stands among them
 */
public record IdColumn(IdIndex ids, int[] rows) {
    private static final int NONE = -1;

    /** All ids of an index, a row each. */
    public static IdColumn all(IdIndex ids) {
        return new IdColumn(ids, IntStream.range(0, ids.size()).toArray());
    }

    /** The column of what was read. */
    public static IdColumn of(String what, IdRows read) {
        IdIndex ids = read.index(what);
        return new IdColumn(
                ids, IntStream.range(0, read.size()).map(read.indices(ids)).toArray());
    }

    public int size() {
        return rows.length;
    }

    /** The id of a row as it is written. */
    public String written(int row) {
        return ids.id(rows[row]).toString();
    }

    /** For each row of another column the row here, of an id that only one row has; -1 where none has it. */
    public int[] rowsOf(IdColumn other) {
        int[] rowOf = new int[ids.size()];
        Arrays.fill(rowOf, NONE);
        for (int row = 0; row < rows.length; row++) {
            rowOf[rows[row]] = row;
        }
        int[] rowOfOther = new int[other.ids.size()];
        for (int index = 0; index < rowOfOther.length; index++) {
            // files are read one by one, and the ids of a few users may all look like numbers
            int here = ids.indexOfWritten(other.ids.id(index).toString());
            rowOfOther[index] = here == IdIndex.UNKNOWN ? NONE : rowOf[here];
        }
        return IntStream.of(other.rows).map(index -> rowOfOther[index]).toArray();
    }

    /** The first row whose id is not above that of the row before it; 0 where all ids ascend, as numbers or as texts. */
    public int firstDescent() {
        int asTexts = firstDescent(row -> Id.of(written(row)));
        return asTexts == 0 ? 0 : firstDescent(row -> ids.id(rows[row]));
    }

    private int firstDescent(IntFunction<Id> id) {
        return IntStream.range(1, size())
                .filter(row -> id.apply(row).compareTo(id.apply(row - 1)) <= 0)
                .findFirst()
                .orElse(0);
    }

    /** Whether the rows of both have the same ids in the same order. */
    public boolean isSame(IdColumn other) {
        return size() == other.size()
                && IntStream.range(0, size()).allMatch(row -> written(row).equals(other.written(row)));
    }
}
