package dev.linger.candidates.baseline;

import dev.linger.candidates.NearBlock;
import dev.linger.candidates.SparsePattern;
import dev.linger.candidates.SparseRows;
import dev.linger.candidates.WithheldPairs;
import java.util.Arrays;

/**
 * Users who liked one item and those who liked others, item by item; a workspace of one thread.
 *
 * <p>Of withheld pairs it counts what they lack of a block ({@link NearBlock}): all of the block is counted once for all, and
 * then few pairs an item.
 */
final class CommonUsers {
    private final Liked liked;
    private final int[] common;
    private final int[] withheldFromOther;
    private final int[] withheldFromThis;
    private int item;

    /**
     * What was liked, and what nothing is known of; shared by all threads.
     *
     * @param byUser items liked by each user
     * @param byItem users who liked each item
     * @param withheldOfUser items of the pairs withheld
     * @param withheldOfItem users of the same
     * @param byBlock how many of all users with withheld pairs liked each item
     */
    record Liked(
            SparseRows byUser, SparseRows byItem, NearBlock withheldOfUser, NearBlock withheldOfItem, int[] byBlock) {
        static Liked of(SparseRows byUser, WithheldPairs withheld) {
            NearBlock ofItem = NearBlock.of(withheld.byItem());
            int[] byBlock = new int[byUser.columnCount()];
            for (int user : ofItem.columns()) {
                byUser.countColumns(user, 1, byBlock);
            }
            return new Liked(byUser, byUser.transposed(), NearBlock.of(withheld.byUser()), ofItem, byBlock);
        }
    }

    CommonUsers(Liked liked) {
        this.liked = liked;
        this.common = new int[liked.byItem.rowCount()];
        this.withheldFromOther = new int[common.length];
        this.withheldFromThis = new int[common.length];
    }

    int itemCount() {
        return common.length;
    }

    /** Counts for the item i, which stays the one that is asked about until the next call. */
    void count(int i) {
        item = i;
        Arrays.fill(common, 0);
        for (int cell = liked.byItem.from(i); cell < liked.byItem.to(i); cell++) {
            liked.byUser.countColumns(liked.byItem.column(cell), 1, common);
        }
        countWithheldFromOthers();
        countWithheldFromThis();
    }

    private void countWithheldFromOthers() {
        Arrays.fill(withheldFromOther, 0);
        int ofBlock = 0;
        for (int cell = liked.byItem.from(item); cell < liked.byItem.to(item); cell++) {
            int user = liked.byItem.column(cell);
            boolean lacks = liked.withheldOfUser.lacks()[user];
            ofBlock += lacks ? 1 : 0;
            SparsePattern listed = liked.withheldOfUser.listed();
            for (int at = listed.from(user); at < listed.to(user); at++) {
                withheldFromOther[listed.column()[at]] += lacks ? -1 : 1;
            }
        }
        for (int other : liked.withheldOfUser.columns()) {
            withheldFromOther[other] += ofBlock;
        }
    }

    private void countWithheldFromThis() {
        boolean lacks = liked.withheldOfItem.lacks()[item];
        if (lacks) {
            System.arraycopy(liked.byBlock, 0, withheldFromThis, 0, withheldFromThis.length);
        } else {
            Arrays.fill(withheldFromThis, 0);
        }
        SparsePattern listed = liked.withheldOfItem.listed();
        for (int at = listed.from(item); at < listed.to(item); at++) {
            liked.byUser.countColumns(listed.column()[at], lacks ? -1 : 1, withheldFromThis);
        }
    }

    /** {@code |U_i and U_j|}. */
    int with(int j) {
        return common[j];
    }

    /** {@code |U_i less W_j| |U_j less W_i|}. */
    double product(int j) {
        double here = liked.byItem.count(item) - withheldFromOther[j];
        return here * (liked.byItem.count(j) - withheldFromThis[j]);
    }
}
