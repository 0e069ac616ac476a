package dev.linger.candidates.ease;

import dev.linger.candidates.SparsePattern;
import java.util.Arrays;
import java.util.BitSet;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Columns of the inverse for items from which pairs were withheld: column j of
 * {@code (X'X - sum over W_j of x x' + regularization I)^-1}, W_j the users whose pair with item j was withheld.
 *
 * <p>Withheld pairs are nearly always a block of the same users B, so there are two inverses to start from: P of all users
 * and Q of the users outside of B. With E the rows of X that are to be taken away from P, or added to Q, whichever are
 * fewer, and s = -1 or 1, the matrix inversion lemma gives the column in O(k m n) for k rows of n likes:
 *
 * <pre>
 * column = q - s V (I + s E V)^-1 E q,  q = column j of P or Q,  V = P E' or Q E'
 * </pre>
 */
final class WithheldColumns {
    private final LikedItems liked;
    private final SparsePattern withheld;
    private final int[] block;

    /** @param withheld the withheld users of each item, ascending */
    WithheldColumns(LikedItems liked, SparsePattern withheld) {
        this.liked = liked;
        this.withheld = withheld;
        BitSet users = new BitSet();
        for (int item : liked.items()) {
            for (int user : withheld.row(item)) {
                users.set(user);
            }
        }
        this.block = users.stream().toArray();
    }

    /** B: users from whom any pair with an item that takes part was withheld, ascending. */
    int[] block() {
        return block;
    }

    /**
     * The column of the item at a place.
     *
     * @param all P, row-major m x m
     * @param outsideBlock Q, row-major m x m
     */
    double[] column(int place, float[] all, float[] outsideBlock) {
        int[] own = withheld.row(liked.items()[place]);
        boolean fromBlock = 2 * own.length > block.length;
        float[] inverse = fromBlock ? outsideBlock : all;
        int[] users = fromBlock ? without(block, own) : own;
        double[] column = row(inverse, place);
        if (users.length > 0) {
            correct(column, inverse, users, fromBlock ? 1 : -1);
        }
        return column;
    }

    /** column -= s V (I + s E V)^-1 E column. */
    private void correct(double[] column, float[] inverse, int[] users, double sign) {
        int k = users.length;
        double[][] v = new double[k][];
        for (int at = 0; at < k; at++) {
            v[at] = new double[column.length];
            int[] places = liked.ofUser(users[at]);
            RowSums.add(inverse, places, 0, places.length, v[at]);
        }
        DMatrixRMaj matrix = CommonOps_DDRM.identity(k);
        DMatrixRMaj right = new DMatrixRMaj(k, 1);
        for (int i = 0; i < k; i++) {
            right.set(i, 0, sumOverLiked(users[i], column));
            for (int j = 0; j < k; j++) {
                matrix.add(i, j, sign * sumOverLiked(users[i], v[j]));
            }
        }
        DMatrixRMaj solution = new DMatrixRMaj(k, 1);
        if (!CommonOps_DDRM.solve(matrix, right, solution)) {
            Arrays.fill(column, Double.NaN);
            return;
        }
        for (int at = 0; at < k; at++) {
            double weight = sign * solution.get(at, 0);
            for (int place = 0; place < column.length; place++) {
                column[place] -= weight * v[at][place];
            }
        }
    }

    private double sumOverLiked(int user, double[] values) {
        double sum = 0;
        for (int place : liked.ofUser(user)) {
            sum += values[place];
        }
        return sum;
    }

    /** A row, which is the column too, for the inverse is symmetric. */
    private static double[] row(float[] inverse, int place) {
        double[] row = new double[(int) Math.round(Math.sqrt(inverse.length))];
        RowSums.add(inverse, new int[] {place}, 0, 1, row);
        return row;
    }

    private static int[] without(int[] users, int[] less) {
        return Arrays.stream(users)
                .filter(user -> Arrays.binarySearch(less, user) < 0)
                .toArray();
    }
}
