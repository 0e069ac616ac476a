package dev.linger.candidates.als;

import dev.linger.candidates.NearBlock;
import dev.linger.data.Workers;
import java.util.Arrays;

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
    private final NearBlock withheld;
    private final double[] all;
    private final double[] allButBlock;

    /**
     * @param weight of the pull, unobservedWeight
     * @param fixed factors of the other side, Y
     * @param gram Y'Y
     * @param withheld the columns that each row withholds
     */
    UnobservedTerm(double weight, FactorMatrix fixed, double[] gram, NearBlock withheld, Workers workers) {
        this.weight = weight;
        this.fixed = fixed;
        this.withheld = withheld;
        double[] blockGram = Gram.of(fixed, withheld.columns(), workers);
        this.all = new double[gram.length];
        this.allButBlock = new double[gram.length];
        for (int at = 0; at < gram.length; at++) {
            all[at] = weight * gram[at];
            allButBlock[at] = weight * (gram[at] - blockGram[at]);
        }
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

        private Rows() {}

        /** The term of a row, full and row-major d x d; not to be changed, and good until the next call. */
        double[] term(int row) {
            if (withheld.isEmpty(row)) {
                return all;
            }
            boolean fromBlock = withheld.lacks()[row];
            System.arraycopy(fromBlock ? allButBlock : all, 0, term, 0, term.length);
            Arrays.fill(weights, fromBlock ? weight : -weight);
            int end = withheld.listed().to(row);
            for (int from = withheld.listed().from(row); from < end; from += ROWS_PER_STEP) {
                int to = Math.min(from + ROWS_PER_STEP, end);
                for (int at = from; at < to; at++) {
                    fixed.read(withheld.listed().column()[at], gathered, (at - from) * d);
                }
                OuterProducts.addToUpper(gathered, weights, 0, to - from, d, term);
            }
            OuterProducts.mirrorUpper(term, d);
            return term;
        }
    }
}
