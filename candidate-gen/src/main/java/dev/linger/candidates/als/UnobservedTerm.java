package dev.linger.candidates.als;

import dev.linger.candidates.SparsePattern;
import dev.linger.data.Workers;
import java.util.Arrays;
import java.util.BitSet;

/**
 * What the pull of unobserved pairs to 0 adds to the normal equations of each row:
 * {@code unobservedWeight * (Y'Y - sum over the row's withheld pairs of y y')}.
 *
 * <p>Withheld pairs are nearly always a block: so many users, and for each of them nearly all of the same items. The Gram
 * of the block's columns is made once; a row starts from Y'Y and takes its pairs away, or from Y'Y less the block and adds
 * the columns of the block that it does not withhold, whichever are fewer.
 */
final class UnobservedTerm {
    private static final int ROWS_PER_STEP = 64;

    private final double weight;
    private final FactorMatrix fixed;
    private final SparsePattern withheld;
    private final int[] blockColumns;
    private final double[] all;
    private final double[] allButBlock;

    /**
     * @param weight of the pull, unobservedWeight
     * @param fixed factors of the other side, Y
     * @param gram Y'Y
     * @param withheld the columns that each row withholds
     */
    UnobservedTerm(double weight, FactorMatrix fixed, double[] gram, SparsePattern withheld, Workers workers) {
        this.weight = weight;
        this.fixed = fixed;
        this.withheld = withheld;
        this.blockColumns = distinct(withheld.column(), fixed.rowCount());
        double[] blockGram = Gram.of(fixed, blockColumns, workers);
        this.all = new double[gram.length];
        this.allButBlock = new double[gram.length];
        for (int at = 0; at < gram.length; at++) {
            all[at] = weight * gram[at];
            allButBlock[at] = weight * (gram[at] - blockGram[at]);
        }
    }

    /** Each column once, ascending. */
    private static int[] distinct(int[] columns, int columnCount) {
        BitSet held = new BitSet(columnCount);
        for (int column : columns) {
            held.set(column);
        }
        return held.stream().toArray();
    }

    /** What rows that withhold nothing share: {@code unobservedWeight * Y'Y}, row-major d x d. */
    double[] shared() {
        return all;
    }

    /** A place to work for one thread. */
    Rows rows() {
        return new Rows();
    }

    /** The term of one row after another; a workspace of one thread. */
    final class Rows {
        private final int d = fixed.factorCount();
        private final double[] term = new double[d * d];
        private final double[] gathered = new double[ROWS_PER_STEP * d];
        private final double[] weights = new double[ROWS_PER_STEP];
        private int[] columns = new int[0];
        private int count;
        private boolean fromBlock;

        private Rows() {}

        /** The term of a row, full and row-major d x d; not to be changed, and good until the next call. */
        double[] term(int row) {
            if (withheld.from(row) == withheld.to(row)) {
                return all;
            }
            choose(row);
            System.arraycopy(fromBlock ? allButBlock : all, 0, term, 0, term.length);
            Arrays.fill(weights, fromBlock ? weight : -weight);
            for (int from = 0; from < count; from += ROWS_PER_STEP) {
                int to = Math.min(from + ROWS_PER_STEP, count);
                for (int at = from; at < to; at++) {
                    fixed.read(columns[at], gathered, (at - from) * d);
                }
                OuterProducts.addToUpper(gathered, weights, 0, to - from, d, term);
            }
            OuterProducts.mirrorUpper(term, d);
            return term;
        }

        /** Lists the columns the row withholds, or, where these are fewer, those of the block that it does not. */
        private void choose(int row) {
            int own = withheld.to(row) - withheld.from(row);
            fromBlock = 2 * own > blockColumns.length;
            count = fromBlock ? blockColumns.length - own : own;
            columns = columns.length < count ? new int[Math.max(count, 2 * columns.length)] : columns;
            if (!fromBlock) {
                System.arraycopy(withheld.column(), withheld.from(row), columns, 0, own);
                return;
            }
            int next = withheld.from(row);
            int size = 0;
            for (int column : blockColumns) {
                if (next < withheld.to(row) && withheld.column()[next] == column) {
                    next++;
                } else {
                    columns[size++] = column;
                }
            }
        }
    }
}
