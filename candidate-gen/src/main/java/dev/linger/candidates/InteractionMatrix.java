package dev.linger.candidates;

import dev.linger.data.InteractionLog;
import dev.linger.data.Workers;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The log with the plays of each (user, item) pair merged by a {@link RepeatRule}, by user and by item.
 *
 * <p>The value of a pair is {@code rule(value * decay weight of each of its plays, in order of time)}.
 */
public final class InteractionMatrix {
    private static final int USERS_PER_BLOCK = 64;

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
            InteractionLog log, int userCount, int itemCount, PlayValue value, RepeatRule rule, Workers workers) {
        return of(log, userCount, itemCount, value, TimeDecay.NONE, rule, workers);
    }

    /**
     * The same with plays that count the less the older they are.
     *
     * @param decay what is left of a play's value by its age
     */
    public static InteractionMatrix of(
            InteractionLog log,
            int userCount,
            int itemCount,
            PlayValue value,
            TimeDecay decay,
            RepeatRule rule,
            Workers workers) {
        return of(log, userCount, itemCount, List.of(value), decay, rule, workers)
                .get(0);
    }

    /** The same for each of some values at once: the plays of a pair are found and their age is looked at only once. */
    public static List<InteractionMatrix> of(
            InteractionLog log,
            int userCount,
            int itemCount,
            List<PlayValue> values,
            TimeDecay decay,
            RepeatRule rule,
            Workers workers) {
        UserPlays byUser = UserPlays.of(log, userCount);
        int[] next = byUser.next();
        int[] row = new int[log.size()];
        for (int at = 0; at < row.length; at++) {
            row[next[log.user(at)]++] = at;
        }
        Pairs pairs = new Pairs(log, row, values, decay, rule);
        int[] sizes = new int[userCount];
        workers.forBlocks(userCount, USERS_PER_BLOCK, (first, end) -> {
            for (int user = first; user < end; user++) {
                sizes[user] = pairs.merge(byUser.from(user), byUser.to(user));
            }
        });
        return pairs.matrices(byUser, sizes, itemCount);
    }

    /** Pairs on their way to matrices; those of a user stand where the user's plays do, and take no more room. */
    private static final class Pairs {
        private final InteractionLog log;
        private final int[] row;
        private final List<PlayValue> values;
        private final TimeDecay decay;
        private final RepeatRule rule;
        private final int[] item;
        private final int[] plays;
        private final float[][] merged;

        /** @param row of each play, by user and in order of time */
        Pairs(InteractionLog log, int[] row, List<PlayValue> values, TimeDecay decay, RepeatRule rule) {
            this.log = log;
            this.row = row;
            this.values = values;
            this.decay = decay;
            this.rule = rule;
            this.item = new int[row.length];
            this.plays = new int[row.length];
            this.merged = new float[values.size()][row.length];
        }

        /** Merges the plays {@code from..to-1}, all of one user; gives the number of pairs. */
        int merge(int from, int to) {
            long[] order = new long[to - from];
            for (int play = from; play < to; play++) {
                order[play - from] = (long) log.item(row[play]) << 32 | play;
            }
            Arrays.sort(order); // by item, then as they were played
            double[] soFar = new double[values.size()];
            int size = 0;
            int at = 0;
            while (at < order.length) {
                int first = at;
                int of = (int) (order[first] >>> 32);
                Arrays.fill(soFar, 0);
                for (; at < order.length && (int) (order[at] >>> 32) == of; at++) {
                    add(row[(int) order[at]], at - first, soFar);
                }
                item[from + size] = of;
                plays[from + size] = at - first;
                for (int value = 0; value < soFar.length; value++) {
                    merged[value][from + size] = (float) soFar[value];
                }
                size++;
            }
            return size;
        }

        private void add(int play, int before, double[] soFar) {
            double weight = decay.weight(log.timestampMillis(play));
            for (int value = 0; value < soFar.length; value++) {
                double worth = values.get(value).of(log.durationMillis(play), log.watchRatio(play)) * weight;
                soFar[value] = rule.fold(soFar[value], before, worth);
            }
        }

        /** Moves the pairs of all users together. */
        List<InteractionMatrix> matrices(UserPlays byUser, int[] sizes, int itemCount) {
            int[] start = new int[sizes.length + 1];
            for (int user = 0; user < sizes.length; user++) {
                start[user + 1] = start[user] + sizes[user];
                int from = byUser.from(user);
                System.arraycopy(item, from, item, start[user], sizes[user]);
                System.arraycopy(plays, from, plays, start[user], sizes[user]);
                for (float[] of : merged) {
                    System.arraycopy(of, from, of, start[user], sizes[user]);
                }
            }
            int size = start[sizes.length];
            int[] items = Arrays.copyOf(item, size);
            int[] counts = Arrays.copyOf(plays, size);
            return Arrays.stream(merged)
                    .map(of -> new SparseRows(itemCount, start, items, Arrays.copyOf(of, size)))
                    .map(rows -> new InteractionMatrix(rows, counts))
                    .toList();
        }
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
