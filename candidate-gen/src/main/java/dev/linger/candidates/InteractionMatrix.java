package dev.linger.candidates;

import dev.linger.data.InteractionLog;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The log with the plays of each (user, item) pair merged by a {@link RepeatRule}, by user and by item.
 *
 * <p>The value of a pair is {@code rule(value * decay weight of each of its plays, in order of time)}.
 */
public final class InteractionMatrix {
    private final SparseRows byUser;
    private final int[] plays;
    private @Nullable SparseRows byItem;

    private InteractionMatrix(SparseRows byUser, int[] plays) {
        this.byUser = byUser;
        this.plays = plays;
    }

    /**
     * Merges the plays of each pair; all count alike, however old.
     *
     * @param log plays of users {@code 0..userCount-1} and items {@code 0..itemCount-1}
     * @param userCount number of users, with or without plays
     * @param itemCount number of items, with or without plays
     * @param value what a play is worth
     * @param rule how a pair's plays are merged
     */
    public static InteractionMatrix of(
            InteractionLog log, int userCount, int itemCount, PlayValue value, RepeatRule rule) {
        return of(log, userCount, itemCount, value, TimeDecay.NONE, rule);
    }

    /**
     * Merges the plays of each pair.
     *
     * @param log plays of users {@code 0..userCount-1} and items {@code 0..itemCount-1}
     * @param userCount number of users, with or without plays
     * @param itemCount number of items, with or without plays
     * @param value what a play is worth
     * @param decay what is left of that by its age
     * @param rule how a pair's plays are merged
     */
    public static InteractionMatrix of(
            InteractionLog log, int userCount, int itemCount, PlayValue value, TimeDecay decay, RepeatRule rule) {
        return of(log, userCount, itemCount, List.of(value), decay, rule).get(0);
    }

    /** The same for each of some values at once: the age of a play is looked at only once, and it is 8 bytes a play more each. */
    public static List<InteractionMatrix> of(
            InteractionLog log,
            int userCount,
            int itemCount,
            List<PlayValue> values,
            TimeDecay decay,
            RepeatRule rule) {
        UserPlays byUser = UserPlays.of(log, userCount);
        int[] next = byUser.next();
        int[] item = new int[log.size()];
        double[][] worth = new double[values.size()][log.size()];
        for (int row = 0; row < log.size(); row++) {
            int at = next[log.user(row)]++;
            item[at] = log.item(row);
            double weight = decay.weight(log.timestampMillis(row));
            for (int value = 0; value < worth.length; value++) {
                worth[value][at] = values.get(value).of(log.durationMillis(row), log.watchRatio(row)) * weight;
            }
        }
        InteractionMatrix[] each = new InteractionMatrix[worth.length];
        for (int value = 0; value < each.length; value++) {
            int[] items = value == each.length - 1 ? item : item.clone();
            each[value] = folded(byUser, userCount, itemCount, items, worth[value], rule);
        }
        return List.of(each);
    }

    /** Merges each pair's plays, given by user and in order of time; pairs take the places of plays already read. */
    private static InteractionMatrix folded(
            UserPlays byUser, int userCount, int itemCount, int[] item, double[] worth, RepeatRule rule) {
        int[] start = new int[userCount + 1];
        float[] folded = new float[item.length];
        int[] plays = new int[item.length];
        int size = 0;
        for (int user = 0; user < userCount; user++) {
            long[] order = itemThenPlay(item, byUser.from(user), byUser.to(user));
            for (int from = 0; from < order.length; size++) {
                int of = (int) (order[from] >>> 32);
                int to = from;
                double soFar = 0;
                for (; to < order.length && (int) (order[to] >>> 32) == of; to++) {
                    soFar = rule.fold(soFar, to - from, worth[(int) order[to]]);
                }
                item[size] = of;
                folded[size] = (float) soFar;
                plays[size] = to - from;
                from = to;
            }
            start[user + 1] = size;
        }
        SparseRows rows = new SparseRows(itemCount, start, Arrays.copyOf(item, size), Arrays.copyOf(folded, size));
        return new InteractionMatrix(rows, Arrays.copyOf(plays, size));
    }

    /** (item, play) of the plays {@code from..to-1}, ascending; the play in the lower half. */
    private static long[] itemThenPlay(int[] item, int from, int to) {
        long[] order = new long[to - from];
        for (int play = from; play < to; play++) {
            order[play - from] = (long) item[play] << 32 | play;
        }
        Arrays.sort(order);
        return order;
    }

    /** Row = user, column = item, value = the pair's. */
    public SparseRows byUser() {
        return byUser;
    }

    /** Row = item, column = user, value = the pair's; made when first asked for. */
    public synchronized SparseRows byItem() {
        if (byItem == null) {
            byItem = byUser.transposed();
        }
        return byItem;
    }

    /** How many plays a cell of {@link #byUser()} stands for. */
    public int plays(int cellByUser) {
        return plays[cellByUser];
    }
}
