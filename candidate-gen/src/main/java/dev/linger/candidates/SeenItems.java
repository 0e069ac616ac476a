package dev.linger.candidates;

import dev.linger.data.InteractionLog;
import dev.linger.data.columns.ColumnReader;
import dev.linger.data.columns.ColumnWriter;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** The distinct items each user has played, ascending, in compressed rows. */
public final class SeenItems {
    private static final int NOBODY = -1;

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
        return none(userCount).with(training.size(), training::user, training::item);
    }

    /** Nothing, for any of the users {@code 0..userCount-1}. */
    public static SeenItems none(int userCount) {
        return new SeenItems(new int[userCount + 1], new int[0]);
    }

    /** These items and those of the pairs (user[at], item[at]), which may repeat. */
    public SeenItems with(int[] user, int[] item) {
        return with(user.length, at -> user[at], at -> item[at]);
    }

    private SeenItems with(int pairs, IntUnaryOperator userOf, IntUnaryOperator itemOf) {
        requireWhole();
        UserPlays byUser = UserPlays.of(userCount(), pairs, userOf);
        int[] next = byUser.next();
        int[] more = new int[pairs];
        for (int at = 0; at < pairs; at++) {
            more[next[userOf.applyAsInt(at)]++] = itemOf.applyAsInt(at);
        }
        int[] allStart = new int[start.length];
        int[] all = new int[item.length + pairs];
        for (int user = 0; user < userCount(); user++) {
            Arrays.sort(more, byUser.from(user), byUser.to(user));
            allStart[user + 1] = merge(user, more, byUser.from(user), byUser.to(user), all, allStart[user]);
        }
        return new SeenItems(allStart, Arrays.copyOf(all, allStart[userCount()]));
    }

    /** Writes the user's items and {@code more[from..to-1]}, both ascending, each once; gives the end of what it wrote. */
    private int merge(int user, int[] more, int from, int to, int[] merged, int begin) {
        int end = begin;
        int seen = start[user];
        int other = from;
        while (seen < start[user + 1] || other < to) {
            boolean takeSeen = other == to || (seen < start[user + 1] && item[seen] <= more[other]);
            int next = takeSeen ? item[seen++] : more[other++];
            if (end == begin || merged[end - 1] != next) {
                merged[end++] = next;
            }
        }
        return end;
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
