package dev.linger.candidates.baseline;

import dev.linger.candidates.SparsePattern;
import dev.linger.candidates.SparseRows;
import dev.linger.candidates.WithheldPairs;
import java.util.Arrays;

/** Users who liked one item and those who liked others, item by item; a workspace of one thread. */
final class CommonUsers {
    private final SparseRows likedByUser;
    private final SparseRows likedByItem;
    private final WithheldPairs withheld;
    private final int[] common;
    private final int[] withheldFromOther;
    private final int[] withheldFromThis;
    private int item;

    CommonUsers(SparseRows likedByUser, SparseRows likedByItem, WithheldPairs withheld) {
        this.likedByUser = likedByUser;
        this.likedByItem = likedByItem;
        this.withheld = withheld;
        this.common = new int[likedByItem.rowCount()];
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
        Arrays.fill(withheldFromOther, 0);
        Arrays.fill(withheldFromThis, 0);
        for (int cell = likedByItem.from(i); cell < likedByItem.to(i); cell++) {
            int user = likedByItem.column(cell);
            countLiked(user, common);
            SparsePattern ofUser = withheld.byUser();
            for (int at = ofUser.from(user); at < ofUser.to(user); at++) {
                withheldFromOther[ofUser.column()[at]]++;
            }
        }
        SparsePattern ofItem = withheld.byItem();
        for (int at = ofItem.from(i); at < ofItem.to(i); at++) {
            countLiked(ofItem.column()[at], withheldFromThis);
        }
    }

    private void countLiked(int user, int[] counts) {
        for (int cell = likedByUser.from(user); cell < likedByUser.to(user); cell++) {
            counts[likedByUser.column(cell)]++;
        }
    }

    /** {@code |U_i and U_j|}. */
    int with(int j) {
        return common[j];
    }

    /** {@code |U_i less W_j| |U_j less W_i|}. */
    double product(int j) {
        double here = likedByItem.count(item) - withheldFromOther[j];
        return here * (likedByItem.count(j) - withheldFromThis[j]);
    }
}
