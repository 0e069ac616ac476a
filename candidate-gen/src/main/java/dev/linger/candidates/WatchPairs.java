package dev.linger.candidates;

import dev.linger.data.InteractionLog;
import java.util.Arrays;

/**
 * The log with the plays of each (user, item) pair made one by a {@link RepeatRule}, by user and by item.
 *
 * <p>The value of a pair is {@code rule(value * decay weight of each of its plays, in order of time)}.
 */
public final class WatchPairs {
    private final SparseRows byUser;
    private final SparseRows byItem;
    private final int[] plays;

    private WatchPairs(SparseRows byUser, int[] plays) {
        this.byUser = byUser;
        this.byItem = byUser.transposed();
        this.plays = plays;
    }

    /**
     * Makes the plays of each pair one; all count alike, however old.
     *
     * @param log plays of users {@code 0..userCount-1} and items {@code 0..itemCount-1}
     * @param userCount number of users, with or without plays
     * @param itemCount number of items, with or without plays
     * @param value what a play is worth
     * @param rule how a pair's plays become one
     */
    public static WatchPairs of(InteractionLog log, int userCount, int itemCount, PlayValue value, RepeatRule rule) {
        return of(log, userCount, itemCount, value, TimeDecay.NONE, rule);
    }

    /**
     * Makes the plays of each pair one.
     *
     * @param log plays of users {@code 0..userCount-1} and items {@code 0..itemCount-1}
     * @param userCount number of users, with or without plays
     * @param itemCount number of items, with or without plays
     * @param value what a play is worth
     * @param decay what is left of that by its age
     * @param rule how a pair's plays become one
     */
    public static WatchPairs of(
            InteractionLog log, int userCount, int itemCount, PlayValue value, TimeDecay decay, RepeatRule rule) {
        int[] start = new int[userCount + 1];
        int[] item = new int[log.size()];
        float[] folded = new float[log.size()];
        int[] plays = new int[log.size()];
        int[] order = PairOrder.of(log);
        int size = 0;
        for (int from = 0; from < order.length; size++) {
            int to = endOfPair(log, order, from);
            item[size] = log.item(order[from]);
            folded[size] = (float) fold(log, order, from, to, value, decay, rule);
            plays[size] = to - from;
            start[log.user(order[from]) + 1]++;
            from = to;
        }
        for (int user = 0; user < userCount; user++) {
            start[user + 1] += start[user];
        }
        SparseRows byUser = new SparseRows(itemCount, start, Arrays.copyOf(item, size), Arrays.copyOf(folded, size));
        return new WatchPairs(byUser, Arrays.copyOf(plays, size));
    }

    /** Row = user, column = item, value = the pair's. */
    public SparseRows byUser() {
        return byUser;
    }

    /** Row = item, column = user, value = the pair's. */
    public SparseRows byItem() {
        return byItem;
    }

    /** How many plays a cell of {@link #byUser()} stands for. */
    public int plays(int cellByUser) {
        return plays[cellByUser];
    }

    private static int endOfPair(InteractionLog log, int[] order, int from) {
        int user = log.user(order[from]);
        int item = log.item(order[from]);
        int to = from + 1;
        while (to < order.length && log.user(order[to]) == user && log.item(order[to]) == item) {
            to++;
        }
        return to;
    }

    private static double fold(
            InteractionLog log, int[] order, int from, int to, PlayValue value, TimeDecay decay, RepeatRule rule) {
        double soFar = 0;
        for (int at = from; at < to; at++) {
            int row = order[at];
            double played = value.of(log.durationMillis(row), log.watchRatio(row));
            soFar = rule.fold(soFar, at - from, played * decay.weight(log.timestampMillis(row)));
        }
        return soFar;
    }
}
