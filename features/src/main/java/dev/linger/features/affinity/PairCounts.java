package dev.linger.features.affinity;

import dev.linger.features.ObservedPlays;
import dev.linger.features.StateColumns;
import java.io.IOException;
import java.util.Arrays;

/**
 * Some ints for each pair of a user and a value (author, tag, item) that has been met, all 0 at first; the first of them is
 * how often it was met.
 *
 * <p>Where there can be few pairs, {@link AllPairs} have room for each. Else {@link LoggedPairs} have it for those of a log
 * whose {@link PairSlots} are remembered, as long as its plays are met one after another from the first on; where other plays
 * are met, {@link GrowingPairs} take over.
 */
final class PairCounts {
    /** No counts: the pair has not been met. */
    static final int NONE = -1;

    /** Most pairs that are met at once. */
    static final int BATCH = 256;

    private static final int FEW = 1 << 22;

    private final int userCount;
    private final int valueCount;
    private final int width;
    private final int mostFew;
    private final boolean few;
    private Pairs pairs;

    /** The plays met so far are the first of a log whose pairs are remembered. */
    private boolean follows = true;

    private int playsMet;

    /** The counts of some pairs. */
    interface Pairs {
        /** The counts of all pairs of a user, until another pair of the user is met. */
        int[] of(int user);

        /** Where the counts of a pair begin among {@link #of} the user; {@link #NONE} where it has not been met. */
        int find(int user, int value);

        /** See {@link PairCounts#meet}. */
        void meet(int count, int[] user, int[] value, int[] into);

        /** Each pair of the user that has been met: its value + 1, then its counts. */
        int[] met(int user);
    }

    /**
     * @param valueCount values are {@code 0..valueCount-1}
     * @param width ints of each pair
     */
    PairCounts(int userCount, int valueCount, int width) {
        this(userCount, valueCount, width, FEW);
    }

    /** @param few most pairs that get room whether they are met or not */
    PairCounts(int userCount, int valueCount, int width, int few) {
        this.userCount = userCount;
        this.valueCount = valueCount;
        this.width = width;
        this.mostFew = few;
        this.few = areFew(userCount);
        this.pairs = this.few ? new AllPairs(userCount, valueCount, width) : new GrowingPairs(userCount, width);
    }

    /** Says which plays have the pairs that are met next: those of each item's values, in the order of the plays. */
    void follow(ObservedPlays plays, ItemValues values) {
        if (few || !follows) {
            return;
        }
        PairSlots slots =
                plays.remembered(playsMet, PairSlots.class, values, log -> PairSlots.of(log, userCount, values));
        follows = slots != null && LoggedPairs.fit(slots, width);
        if (slots != null && follows && playsMet == 0) {
            pairs = new LoggedPairs(slots, width);
        }
        if (!follows && playsMet > 0) {
            growing();
        }
        playsMet += plays.size();
    }

    /** Where each pair that has been met finds room among those that are met later. */
    private GrowingPairs growing() {
        GrowingPairs growing = new GrowingPairs(userCount, width);
        for (int user = 0; user < userCount; user++) {
            growing.add(user, pairs.met(user));
        }
        pairs = growing;
        return growing;
    }

    /** The counts of all pairs of a user, until another pair of the user is met. */
    int[] of(int user) {
        return pairs.of(user);
    }

    /** Where the counts of a pair begin among {@link #of} the user; {@link #NONE} where it has not been met. */
    int find(int user, int value) {
        return pairs.find(user, value);
    }

    /**
     * Counts that some pairs are met, at most {@value #BATCH}, and says where their counts begin; they stay there until other
     * pairs are met. Pairs come in no order: a short loop that does nothing but look lets the processor wait for several of
     * them at once.
     *
     * @param user user of each pair
     * @param value value of each pair
     * @param into where the positions are written
     */
    void meet(int count, int[] user, int[] value, int[] into) {
        pairs.meet(count, user, value, into);
    }

    private boolean areFew(int users) {
        return (long) users * valueCount <= mostFew;
    }

    /** Lists the pairs met, user by user, in the order of their values; those that are read are met again. */
    void state(StateColumns columns) throws IOException {
        int users = columns.users(userCount);
        if (!areFew(users)) {
            listMet(users, columns);
        } else if (few && userCount > 0) {
            columns.ints(pairs.of(0));
        } else if (!few) {
            readAll(users, columns);
        }
    }

    private void listMet(int users, StateColumns columns) throws IOException {
        GrowingPairs growing = null;
        for (int user = 0; user < users; user++) {
            int[] met = byValue(pairs.met(user));
            int[] read = columns.anyLength(met);
            if (read != met) {
                growing = growing == null ? growing() : growing;
                growing.add(user, checked(read));
                follows = false;
            }
        }
    }

    /** Reads pairs that were few among the users of then. */
    private void readAll(int users, StateColumns columns) throws IOException {
        AllPairs all = new AllPairs(users, valueCount, width);
        columns.ints(all.of(0));
        GrowingPairs growing = growing();
        for (int user = 0; user < users; user++) {
            growing.add(user, all.met(user));
        }
        follows = false;
    }

    /** The same counts are the same columns, wherever the pairs have found room. */
    private int[] byValue(int[] met) {
        int step = 1 + width;
        long[] order = new long[met.length / step];
        for (int pair = 0; pair < order.length; pair++) {
            order[pair] = (long) met[pair * step] << Integer.SIZE | pair;
        }
        Arrays.sort(order);
        int[] sorted = new int[met.length];
        for (int at = 0; at < order.length; at++) {
            System.arraycopy(met, (int) order[at] * step, sorted, at * step, step);
        }
        return sorted;
    }

    private int[] checked(int[] met) {
        if (met.length % (1 + width) != 0) {
            throw new IllegalArgumentException(met.length + " cells are no pairs of " + (1 + width));
        }
        for (int from = 0; from < met.length; from += 1 + width) {
            if (met[from] <= 0 || met[from] > valueCount) {
                throw new IllegalArgumentException("a value is " + (met[from] - 1) + ", not one of " + valueCount);
            }
        }
        return met;
    }
}
