package dev.linger.spark.als;

import dev.linger.candidates.NearBlock;
import dev.linger.candidates.SparsePattern;
import dev.linger.candidates.WithheldPairs;
import dev.linger.candidates.als.HalfSweeps;
import java.io.Serializable;
import java.util.Arrays;

/**
 * The pairs of the small matrix, which were taken out of the log: small enough that every machine has all of them.
 *
 * @param byUser the items of each user
 * @param byItem the users of each item
 */
public record Withheld(Rows byUser, Rows byItem) implements Serializable {
    private static final long serialVersionUID = 1;

    /** All withheld pairs. */
    public static Withheld of(WithheldPairs pairs) {
        return new Withheld(Rows.of(pairs.byUser()), Rows.of(pairs.byItem()));
    }

    /** The pairs of each row of a side. */
    Rows of(HalfSweeps.Side side) {
        return side == HalfSweeps.Side.USER ? byUser : byItem;
    }

    /** {@link SparsePattern} on its way to another machine. */
    public record Rows(int[] start, int[] column) implements Serializable {
        private static final long serialVersionUID = 1;

        private static Rows of(SparsePattern pattern) {
            return new Rows(pattern.start(), pattern.column());
        }

        /** Every column that any row has, ascending. */
        int[] columns() {
            return NearBlock.of(new SparsePattern(start, column)).columns();
        }

        /** The rows {@code from..to-1}. */
        public SparsePattern rows(int from, int to) {
            int[] own = new int[to - from + 1];
            for (int row = from; row <= to; row++) {
                own[row - from] = start[row] - start[from];
            }
            return new SparsePattern(own, Arrays.copyOfRange(column, start[from], start[to]));
        }

        /** The same told by what each row lacks of the block of all. */
        NearBlock near(int from, int to) {
            return column.length == 0
                    ? NearBlock.of(rows(from, to))
                    : NearBlock.of(new SparsePattern(start, column)).rows(from, to);
        }
    }
}
