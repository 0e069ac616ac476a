package dev.linger.features.affinity;

import dev.linger.features.ObservedPlays;
import dev.linger.features.StateColumns;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Some ints for each pair of a user and a value (author, tag, item) that has been met, all 0 at first; the first of them is
 * how often it was met. It grows with the pairs that are met.
 *
 * <p>Where there can be few pairs, one array holds all of them and nothing is looked for. Else each user has a table of its
 * own, so that rows of one user find all they need close together. A slot of a table holds the value and its counts. A value
 * is looked for from a place on that is spread over the table (open addressing). Where {@link PairSlots} of a log are
 * remembered, its plays find their pairs without a look, in tables that have room for all of them and so never move; plays
 * that come after the log, or instead of it, look for theirs in the same tables.
 *
 * <p>Memory: a pair has 4 (1 + width) bytes, and a table is full to 1/2 to 3/4; 4 width bytes where there can be few.
 */
final class PairCounts {
    /** No counts: the pair has not been met. */
    static final int NONE = -1;

    // The odd number next to 2^32 / golden ratio.
    private static final int SPREAD = 0x9E3779B1;
    private static final int EMPTY = 0;
    private static final int FEW = 1 << 22;

    /** Most pairs that are met at once. */
    static final int BATCH = 256;

    private static final int MOST_CELLS = Integer.MAX_VALUE - 8;
    private static final int[] NO_SLOTS = {};

    private final int valueCount;
    private final int stride;
    private final boolean few;
    private final int[][] tables;
    private final int[] starts;
    private final int[] slots;
    private final int[] sizes;
    private @Nullable PairSlots remembered;

    /** Some pairs were met that are not of a remembered log: from then on each is looked for. */
    private boolean alone;

    private int playsMet;
    private int pairsMet;

    /**
     * @param valueCount values are {@code 0..valueCount-1}
     * @param width ints of each pair
     */
    PairCounts(int userCount, int valueCount, int width) {
        this(userCount, valueCount, width, FEW);
    }

    /** @param few most pairs that get room whether they are met or not */
    PairCounts(int userCount, int valueCount, int width, int few) {
        this.valueCount = valueCount;
        this.few = (long) userCount * valueCount <= few;
        this.stride = this.few ? width : 1 + width;
        this.tables = new int[userCount][];
        this.starts = new int[userCount];
        this.slots = new int[userCount];
        this.sizes = new int[userCount];
        Arrays.fill(tables, this.few ? new int[Math.multiplyExact(userCount * valueCount, width)] : NO_SLOTS);
    }

    /** Empty tables that have room for so many pairs of each user. */
    PairCounts(int[] sizes, int valueCount, int width) {
        this(sizes.length, valueCount, width, 0);
        makeRoom(sizes);
    }

    /**
     * One array for the tables of all users, so that a pair of a log is a place in it; false where no array is as long as
     * that.
     */
    private boolean makeRoom(int[] pairs) {
        long room = 0;
        for (int ofUser : pairs) {
            room += room(ofUser);
        }
        if (room * stride > MOST_CELLS) {
            return false;
        }
        Arrays.fill(tables, new int[(int) room * stride]);
        int next = 0;
        for (int user = 0; user < pairs.length; user++) {
            starts[user] = next * stride;
            slots[user] = room(pairs[user]);
            next += slots[user];
        }
        return true;
    }

    /** Slots of which so many pairs take at most 3/4. */
    private static int room(int pairs) {
        return pairs + (pairs + 2) / 3;
    }

    /** How many pairs of each user have been met. */
    int[] sizes() {
        return sizes.clone();
    }

    /** Which slot of its table the counts at a position are in. */
    int slot(int position) {
        return position / stride;
    }

    /** Says which plays have the pairs that are met next: those of each item's values, in the order of the plays. */
    void follow(ObservedPlays plays, ItemValues values) {
        if (few || alone) {
            return;
        }
        PairSlots slotsOfLog =
                plays.remembered(playsMet, PairSlots.class, values, log -> PairSlots.of(log, tables.length, values));
        boolean known = slotsOfLog != null && (remembered != null || makeRoom(slotsOfLog.sizes()));
        remembered = known ? slotsOfLog : null;
        alone = !known;
        playsMet += plays.size();
    }

    /** The counts of all pairs of a user, until another pair of the user is met. */
    int[] of(int user) {
        return tables[user];
    }

    /** Where the counts of a pair begin among {@link #of} the user; {@link #NONE} where it has not been met. */
    int find(int user, int value) {
        int[] table = tables[user];
        if (few) {
            int at = place(user, value);
            return table[at] > 0 ? at : NONE;
        }
        int at = seek(user, value);
        return slots[user] > 0 && table[at] != EMPTY ? at + 1 : NONE;
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
        if (few) {
            int[] all = count == 0 ? NO_SLOTS : tables[0];
            for (int pair = 0; pair < count; pair++) {
                into[pair] = place(user[pair], value[pair]);
                all[into[pair]]++;
            }
            return;
        }
        if (remembered != null) {
            meet(count, user, value, into, remembered.slots());
            return;
        }
        for (int pair = 0; pair < count; pair++) {
            into[pair] = look(user[pair], value[pair]);
        }
        for (int pair = 0; pair < count; pair++) {
            int[] table = tables[user[pair]];
            int at = seek(user[pair], value[pair]);
            if (slots[user[pair]] == 0 || table[at] == EMPTY) {
                at = insert(user[pair], value[pair], at);
                if (tables[user[pair]] != table) {
                    moved(pair, user, value, into);
                }
            }
            tables[user[pair]][at + 1]++;
            into[pair] = at + 1;
        }
    }

    /** The same of the next pairs of a remembered log. The first loop does nothing but wait, as above. */
    private void meet(int count, int[] user, int[] value, int[] into, int[] slotOf) {
        int[] all = count == 0 ? NO_SLOTS : tables[0];
        for (int pair = 0; pair < count; pair++) {
            into[pair] = slotOf[pairsMet + pair] * stride + 1;
            all[into[pair]]++;
        }
        for (int pair = 0; pair < count; pair++) {
            int at = into[pair] - 1;
            sizes[user[pair]] += all[at] == EMPTY ? 1 : 0;
            all[at] = value[pair] + 1;
        }
        pairsMet += count;
    }

    private int place(int user, int value) {
        return (user * valueCount + value) * stride;
    }

    private int look(int user, int value) {
        return slots[user] > 0 ? tables[user][home(user, value)] : 0;
    }

    /** The first pairs of a batch of which those of the last one's user have moved. */
    private void moved(int count, int[] user, int[] value, int[] into) {
        for (int pair = 0; pair < count; pair++) {
            if (user[pair] == user[count]) {
                into[pair] = seek(user[pair], value[pair]) + 1;
            }
        }
    }

    private int insert(int user, int value, int empty) {
        int at = empty;
        if (sizes[user] >= slots[user] - (slots[user] >> 2)) {
            grow(user);
            at = seek(user, value);
        }
        tables[user][at] = value + 1;
        sizes[user]++;
        return at;
    }

    /** Where a value is looked for first. */
    private int home(int user, int value) {
        int spread = value * SPREAD;
        return starts[user] + (int) ((Integer.toUnsignedLong(spread) * slots[user]) >>> 32) * stride;
    }

    /** Where the slot of a value begins, or the empty one that would be its own; meaningless where there is no slot. */
    private int seek(int user, int value) {
        int[] table = tables[user];
        int at = home(user, value);
        int end = end(user);
        while (at < end && table[at] != EMPTY && table[at] != value + 1) {
            at += stride;
            if (at == end) {
                at = starts[user];
            }
        }
        return at;
    }

    private int end(int user) {
        return starts[user] + slots[user] * stride;
    }

    private void grow(int user) {
        int[] before = tables[user];
        int begin = starts[user];
        int end = end(user);
        starts[user] = 0;
        slots[user] = Math.addExact(slots[user], (slots[user] >> 1) + 4);
        tables[user] = new int[Math.multiplyExact(slots[user], stride)];
        for (int from = begin; from < end; from += stride) {
            if (before[from] != EMPTY) {
                System.arraycopy(before, from, tables[user], seek(user, before[from] - 1), stride);
            }
        }
    }

    /** Lists the pairs met, user by user, without the empty slots; those that are read are met again. */
    void state(StateColumns columns) throws IOException {
        if (few) {
            if (tables.length > 0) {
                columns.ints(tables[0]);
            }
            return;
        }
        for (int user = 0; user < tables.length; user++) {
            int[] met = met(user);
            int[] read = columns.anyLength(met);
            if (read == met) {
                continue;
            }
            alone = true;
            if (read.length % stride != 0) {
                throw new IllegalArgumentException(read.length + " cells are no pairs of " + stride);
            }
            for (int from = 0; from < read.length; from += stride) {
                int value = checked(read[from] - 1);
                int at = insert(user, value, seek(user, value));
                System.arraycopy(read, from + 1, tables[user], at + 1, stride - 1);
            }
        }
    }

    private int checked(int value) {
        if (value < 0 || value >= valueCount) {
            throw new IllegalArgumentException("a value is " + value + ", not one of " + valueCount);
        }
        return value;
    }

    private int[] met(int user) {
        int[] table = tables[user];
        int[] met = new int[sizes[user] * stride];
        int next = 0;
        for (int at = starts[user]; at < end(user); at += stride) {
            if (table[at] != EMPTY) {
                System.arraycopy(table, at, met, next, stride);
                next += stride;
            }
        }
        return met;
    }
}
