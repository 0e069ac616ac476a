package dev.linger.candidates;

import dev.linger.data.InteractionLog;
import dev.linger.data.Workers;
import java.util.Arrays;

/**
 * The plays of a log by (user, item) pair: of each user the items ascending, of each pair its plays in order of time. Found
 * once, it gives what every source merges and what every user has seen. 4 bytes a play and 8 a pair beside the log.
 */
public final class PairPlays {
    private static final int USERS_PER_BLOCK = 64;

    private final InteractionLog log;
    private final SparsePattern pairs;
    private final int[] first;
    private final int[] row;

    /**
     * @param pairs items of each user
     * @param first where the plays of each pair begin in {@code row}, and behind the last pair their number
     * @param row of each play in the log
     */
    private PairPlays(InteractionLog log, SparsePattern pairs, int[] first, int[] row) {
        this.log = log;
        this.pairs = pairs;
        this.first = first;
        this.row = row;
    }

    /**
     * Finds the pairs of a log.
     *
     * @param log plays of users {@code 0..userCount-1}
     * @param userCount number of users, with or without plays
     */
    public static PairPlays of(InteractionLog log, int userCount, Workers workers) {
        UserPlays byUser = UserPlays.of(log, userCount);
        int[] next = byUser.next();
        int[] row = new int[log.size()];
        for (int at = 0; at < row.length; at++) {
            row[next[log.user(at)]++] = at;
        }
        int[] item = new int[row.length];
        int[] first = new int[row.length + 1];
        int[] sizes = new int[userCount];
        workers.forBlocks(userCount, USERS_PER_BLOCK, (from, to) -> {
            for (int user = from; user < to; user++) {
                sizes[user] = sort(log, row, byUser.from(user), byUser.to(user), item, first);
            }
        });
        return together(log, byUser, sizes, item, first, row);
    }

    /** Those of a log, which all that ask with the same memo share. */
    public static PairPlays of(InteractionLog log, int userCount, Workers workers, FitMemo memo) {
        return memo.get(new OfLog(log), PairPlays.class, () -> of(log, userCount, workers));
    }

    private record OfLog(InteractionLog log) {}

    /** Sorts the plays of one user by pair, and lists its pairs from the same place on; gives their number. */
    private static int sort(InteractionLog log, int[] row, int from, int to, int[] item, int[] first) {
        long[] order = new long[to - from];
        for (int play = from; play < to; play++) {
            order[play - from] = (long) log.item(row[play]) << 32 | row[play];
        }
        Arrays.sort(order); // by item, then as they were played
        int size = 0;
        for (int at = 0; at < order.length; at++) {
            int of = (int) (order[at] >>> 32);
            row[from + at] = (int) order[at];
            if (size == 0 || item[from + size - 1] != of) {
                item[from + size] = of;
                first[from + size++] = from + at;
            }
        }
        return size;
    }

    /** Moves the pairs of all users together. */
    private static PairPlays together(
            InteractionLog log, UserPlays byUser, int[] sizes, int[] item, int[] first, int[] row) {
        int[] start = new int[sizes.length + 1];
        for (int user = 0; user < sizes.length; user++) {
            start[user + 1] = start[user] + sizes[user];
            System.arraycopy(item, byUser.from(user), item, start[user], sizes[user]);
            System.arraycopy(first, byUser.from(user), first, start[user], sizes[user]);
        }
        int size = start[sizes.length];
        first[size] = row.length;
        return new PairPlays(
                log, new SparsePattern(start, Arrays.copyOf(item, size)), Arrays.copyOf(first, size + 1), row);
    }

    /** The log whose plays they are. */
    public InteractionLog log() {
        return log;
    }

    public int userCount() {
        return pairs.rowCount();
    }

    /** The items of each user. */
    public SparsePattern pairs() {
        return pairs;
    }

    /** How many plays a pair has. */
    public int plays(int pair) {
        return first[pair + 1] - first[pair];
    }

    /** The row in the log of a pair's play, from 0 in order of time. */
    int row(int pair, int play) {
        return row[first[pair] + play];
    }
}
