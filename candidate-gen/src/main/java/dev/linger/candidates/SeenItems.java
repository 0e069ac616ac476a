package dev.linger.candidates;

import dev.linger.data.InteractionLog;
import dev.linger.data.Workers;
import dev.linger.data.columns.ColumnReader;
import dev.linger.data.columns.ColumnWriter;
import java.io.IOException;
import java.util.Arrays;

/** The distinct items each user has played, ascending, in compressed rows. */
public final class SeenItems {
    private static final int NOBODY = -1;
    private static final int USERS_PER_BLOCK = 64;

    private final int[] start;
    private final int[] item;

    /** The user whose items are those of the row at hand. */
    private final int replaced;

    private final int[] row;

    private SeenItems(int[] start, int[] item) {
        this(start, item, NOBODY, new int[0]);
    }

    private SeenItems(int[] start, int[] item, int replaced, int[] row) {
        this.start = start;
        this.item = item;
        this.replaced = replaced;
        this.row = row;
    }

    /** What the users {@code 0..userCount-1} have played in the log; a user without plays has an empty row. */
    public static SeenItems of(InteractionLog training, int userCount) {
        return of(PairPlays.of(training, userCount, Workers.ofCaller()));
    }

    /** What each user has played; nothing is copied. */
    public static SeenItems of(PairPlays plays) {
        return new SeenItems(plays.pairs().start(), plays.pairs().column());
    }

    /** Nothing, for any of the users {@code 0..userCount-1}. */
    public static SeenItems none(int userCount) {
        return new SeenItems(new int[userCount + 1], new int[0]);
    }

    /** These items and others of each user. */
    public SeenItems with(SparsePattern others, Workers workers) {
        requireWhole();
        int[] merged = new int[item.length + others.size()];
        int[] sizes = new int[userCount()];
        workers.forBlocks(sizes.length, USERS_PER_BLOCK, (from, to) -> {
            for (int user = from; user < to; user++) {
                sizes[user] = merge(user, others, merged, start[user] + others.from(user));
            }
        });
        int[] mergedStart = new int[start.length];
        for (int user = 0; user < sizes.length; user++) {
            System.arraycopy(merged, start[user] + others.from(user), merged, mergedStart[user], sizes[user]);
            mergedStart[user + 1] = mergedStart[user] + sizes[user];
        }
        return new SeenItems(mergedStart, Arrays.copyOf(merged, mergedStart[sizes.length]));
    }

    /** Writes the items of the user that are here or there, ascending, each once; gives how many. */
    private int merge(int user, SparsePattern others, int[] merged, int begin) {
        int end = begin;
        int seen = start[user];
        int other = others.from(user);
        while (seen < start[user + 1] || other < others.to(user)) {
            boolean takeSeen =
                    other == others.to(user) || (seen < start[user + 1] && item[seen] <= others.column()[other]);
            int next = takeSeen ? item[seen++] : others.column()[other++];
            if (end == begin || merged[end - 1] != next) {
                merged[end++] = next;
            }
        }
        return end - begin;
    }

    /** The same but for one user, who has seen these items, ascending, and no others; nothing is copied. */
    public SeenItems withRow(int user, int[] items) {
        return new SeenItems(start, item, user, items);
    }

    private void requireWhole() {
        if (replaced != NOBODY) {
            throw new IllegalStateException("a view with another row is neither extended nor written");
        }
    }

    public int userCount() {
        return start.length - 1;
    }

    /** The number of distinct items the user has played. */
    public int count(int user) {
        return user == replaced ? row.length : start[user + 1] - start[user];
    }

    /** The user's {@code at}-th item from 0, ascending. */
    public int item(int user, int at) {
        return user == replaced ? row[at] : item[start[user] + at];
    }

    public boolean contains(int user, int wanted) {
        return user == replaced
                ? Arrays.binarySearch(row, wanted) >= 0
                : Arrays.binarySearch(item, start[user], start[user + 1], wanted) >= 0;
    }

    /** The items the user has played, each a bit: of item i bit {@code i % 64} of word {@code i / 64}. */
    long[] bits(int user, int itemCount) {
        long[] bits = new long[(itemCount + Long.SIZE - 1) / Long.SIZE];
        for (int at = 0; at < count(user); at++) {
            int of = item(user, at);
            bits[of / Long.SIZE] |= 1L << of;
        }
        return bits;
    }

    /** Writes two columns. */
    public void write(ColumnWriter out) throws IOException {
        requireWhole();
        new SparsePattern(start, item).write(out);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException where it has another number of users, or items out of order or range
     */
    public static SeenItems read(ColumnReader in, int userCount, int itemCount) throws IOException {
        SparsePattern pattern = SparsePattern.read(in, userCount, itemCount);
        return new SeenItems(pattern.start(), pattern.column());
    }
}
