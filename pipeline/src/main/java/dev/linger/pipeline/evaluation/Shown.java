package dev.linger.pipeline.evaluation;

import dev.linger.data.InteractionLog;
import dev.linger.data.WatchMatrix;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;

/**
 * What users were shown in a part, and what of it they skipped: the same whatever is relevant there, so the judgments by all
 * rules share it.
 */
public final class Shown {
    private final UserItems exposed;
    private final UserItems skipped;

    private Shown(UserItems exposed, UserItems skipped) {
        this.exposed = exposed;
        this.skipped = skipped;
    }

    /**
     * What was shown in a part of the log.
     *
     * @param skipBelow a pair is skipped where all of its plays have a watch ratio below that
     */
    public static Shown in(InteractionLog part, double skipBelow) {
        return of(part.size(), part::user, part::item, part::watchRatio, skipBelow);
    }

    /** Nothing, to anybody. */
    static Shown nothing() {
        UserItems none = new UserItems.Builder(0).made();
        return new Shown(none, none);
    }

    /** The same of a fully observed matrix. */
    static Shown in(WatchMatrix matrix, double skipBelow) {
        return of(
                matrix.size(),
                row -> matrix.user()[row],
                row -> matrix.item()[row],
                row -> matrix.watchRatio()[row],
                skipBelow);
    }

    private static Shown of(
            int rows, IntUnaryOperator user, IntUnaryOperator item, IntToDoubleFunction ratio, double skipBelow) {
        // An item, and behind it whether the play is a skip: of the plays of a pair, one that is none comes first.
        UserItems.Rows plays = UserItems.Rows.of(rows, user, row -> {
            double watched = ratio.applyAsDouble(row);
            if (Double.isNaN(watched)) {
                throw new IllegalArgumentException("watch ratio of user " + user.applyAsInt(row) + " and item "
                        + item.applyAsInt(row) + " is NaN");
            }
            return item.applyAsInt(row) << 1 | (watched < skipBelow ? 1 : 0);
        });
        UserItems.Builder exposed = new UserItems.Builder(rows);
        UserItems.Builder skipped = new UserItems.Builder(rows);
        int[] last = {-1, -1};
        plays.forEachDistinct((of, play) -> {
            int shown = play >>> 1;
            if (of != last[0] || shown != last[1]) {
                exposed.add(of, shown);
                if ((play & 1) == 1) {
                    skipped.add(of, shown);
                }
                last[0] = of;
                last[1] = shown;
            }
        });
        return new Shown(exposed.made(), skipped.made());
    }

    Shown where(Judgments.PairFilter keep) {
        return new Shown(exposed.where(keep), skipped.where(keep));
    }

    int[] exposed(int user) {
        return exposed.of(user);
    }

    int[] skipped(int user) {
        return skipped.of(user);
    }
}
