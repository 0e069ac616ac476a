package dev.linger.candidates;

import dev.linger.data.InteractionLog;
import dev.linger.data.Workers;
import dev.linger.data.columns.ColumnReader;
import dev.linger.data.columns.ColumnWriter;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * The distinct items each user has played, and maybe others that are left out like them. Both stand in compressed rows that
 * others hold too; they are merged a user at a time, when asked for. Maybe it is told when each was last played.
 */
public final class SeenItems {
    /** When an item was last played where that is not told, so that it never was long ago. */
    static final long NOT_TOLD = Long.MAX_VALUE;

    private static final int NOBODY = -1;

    private final SparsePattern played;
    private final SparsePattern others;

    /** When each cell of {@code played} was last, in milliseconds since 1970-01-01 UTC; none where that is not told. */
    private final long[] last;

    /** The user whose items are those of the row at hand. */
    private final int replaced;

    private final int[] row;

    private SeenItems(SparsePattern played, SparsePattern others) {
        this(played, others, new long[0], NOBODY, new int[0]);
    }

    private SeenItems(SparsePattern played, SparsePattern others, long[] last, int replaced, int[] row) {
        this.played = played;
        this.others = others;
        this.last = last;
        this.replaced = replaced;
        this.row = row;
    }

    /** What the users {@code 0..userCount-1} have played in the log; a user without plays has an empty row. */
    public static SeenItems of(InteractionLog training, int userCount) {
        return of(PairPlays.of(training, userCount, Workers.ofCaller()));
    }

    /** What each user has played; nothing is copied. */
    public static SeenItems of(PairPlays plays) {
        return new SeenItems(plays.pairs(), nothing(plays.userCount()));
    }

    /** The same, which tells when each item was last played. */
    public static SeenItems withTimes(PairPlays plays) {
        long[] last = new long[plays.pairs().size()];
        for (int pair = 0; pair < last.length; pair++) {
            last[pair] = plays.log().timestampMillis(plays.row(pair, plays.plays(pair) - 1));
        }
        return new SeenItems(plays.pairs(), nothing(plays.userCount()), last, NOBODY, new int[0]);
    }

    /** Those last played at an instant or later, and all of which that is not told. */
    public SeenItems since(long millis) {
        requireWhole();
        if (last.length == 0) {
            return this;
        }
        int[] start = new int[userCount() + 1];
        int[] item = new int[last.length];
        long[] time = new long[last.length];
        int size = 0;
        for (int user = 0; user < userCount(); user++) {
            for (int at = played.from(user); at < played.to(user); at++) {
                if (last[at] >= millis) {
                    item[size] = played.column()[at];
                    time[size++] = last[at];
                }
            }
            start[user + 1] = size;
        }
        SparsePattern late = new SparsePattern(start, Arrays.copyOf(item, size));
        return new SeenItems(late, others, Arrays.copyOf(time, size), NOBODY, new int[0]);
    }

    /** Nothing, for any of the users {@code 0..userCount-1}. */
    public static SeenItems none(int userCount) {
        return new SeenItems(nothing(userCount), nothing(userCount));
    }

    private static SparsePattern nothing(int userCount) {
        return new SparsePattern(new int[userCount + 1], new int[0]);
    }

    /** What was played and others of each user; nothing is copied. */
    public SeenItems with(SparsePattern more) {
        requireWhole();
        if (others.size() > 0) {
            throw new IllegalStateException("there are " + others.size() + " others already");
        }
        return new SeenItems(played, more, last, NOBODY, new int[0]);
    }

    /** The same but for one user, who has seen these items, ascending, and no others; nothing is copied. */
    public SeenItems withRow(int user, int[] items) {
        return new SeenItems(played, others, last, user, items);
    }

    private void requireWhole() {
        if (replaced != NOBODY) {
            throw new IllegalStateException("a view with another row is neither extended nor written");
        }
    }

    public int userCount() {
        return played.rowCount();
    }

    /** The items of the user, ascending, each once. */
    public int[] items(int user) {
        if (user == replaced) {
            return row.clone();
        }
        return items(user, Long.MIN_VALUE);
    }

    /** Those of them that were last played at an instant or later, or of which that is not told. */
    public int[] items(int user, long sinceMillis) {
        int[] ofUser = played.row(user);
        if (last.length > 0) {
            int size = 0;
            for (int at = 0; at < ofUser.length; at++) {
                if (last[played.from(user) + at] >= sinceMillis) {
                    ofUser[size++] = ofUser[at];
                }
            }
            ofUser = Arrays.copyOf(ofUser, size);
        }
        return others.from(user) == others.to(user) ? ofUser : merged(ofUser, others.row(user));
    }

    /** What is here or there, ascending, each once. */
    private static int[] merged(int[] here, int[] there) {
        int[] merged = new int[here.length + there.length];
        int size = 0;
        int at = 0;
        int other = 0;
        while (at < here.length || other < there.length) {
            boolean takeHere = other == there.length || (at < here.length && here[at] <= there[other]);
            int next = takeHere ? here[at++] : there[other++];
            if (size == 0 || merged[size - 1] != next) {
                merged[size++] = next;
            }
        }
        return Arrays.copyOf(merged, size);
    }

    public boolean contains(int user, int wanted) {
        return user == replaced
                ? Arrays.binarySearch(row, wanted) >= 0
                : played.contains(user, wanted) || others.contains(user, wanted);
    }

    /** Writes two columns. */
    public void write(ColumnWriter out) throws IOException {
        requireWhole();
        int[] start = new int[userCount() + 1];
        for (int user = 0; user < userCount(); user++) {
            start[user + 1] = Math.addExact(start[user], items(user).length);
        }
        out.ints(start);
        out.ints(start[userCount()], new InOrder());
    }

    /** The items of all users, asked for one after the other. */
    private final class InOrder implements IntUnaryOperator {
        private int user = NOBODY;
        private int[] ofUser = {};
        private int next;

        @Override
        public int applyAsInt(int at) {
            while (next == ofUser.length) {
                ofUser = items(++user);
                next = 0;
            }
            return ofUser[next++];
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException where it has another number of users, or items out of order or range
     */
    public static SeenItems read(ColumnReader in, int userCount, int itemCount) throws IOException {
        return new SeenItems(SparsePattern.read(in, userCount, itemCount), nothing(userCount));
    }

    /** Writes a column of when each item was last played, in the order in which {@link #write} has them. */
    public void writeTimes(ColumnWriter out) throws IOException {
        requireWhole();
        long[] times = new long
                [IntStream.range(0, userCount()).map(user -> items(user).length).reduce(0, Math::addExact)];
        int size = 0;
        for (int user = 0; user < userCount(); user++) {
            for (int item : items(user)) {
                int at = Arrays.binarySearch(played.column(), played.from(user), played.to(user), item);
                times[size++] = at < 0 || last.length == 0 ? NOT_TOLD : last[at];
            }
        }
        out.longs(times);
    }

    /**
     * These items, which were read, with times that {@link #writeTimes} wrote.
     *
     * @throws IllegalArgumentException where they are not of as many items
     */
    public SeenItems readTimes(ColumnReader in) throws IOException {
        long[] times = in.longs();
        StrictColumns.checkSize("times", times.length, played.size());
        return new SeenItems(played, others, times, NOBODY, new int[0]);
    }
}
