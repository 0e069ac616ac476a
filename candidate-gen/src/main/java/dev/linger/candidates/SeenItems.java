package dev.linger.candidates;

import dev.linger.data.InteractionLog;
import java.util.Arrays;

/** The distinct items each user has played, ascending, in compressed rows. */
public final class SeenItems {
    private final int[] start;
    private final int[] item;

    private SeenItems(int[] start, int[] item) {
        this.start = start;
        this.item = item;
    }

    /** What the users {@code 0..userCount-1} have played in the log; a user without plays has an empty row. */
    public static SeenItems of(InteractionLog training, int userCount) {
        int[] start = new int[userCount + 1];
        int[] item = new int[training.size()];
        int size = 0;
        for (int row : PairOrder.of(training)) {
            int user = training.user(row);
            boolean firstOfUser = start[user + 1] == 0;
            if (firstOfUser || item[size - 1] != training.item(row)) {
                item[size++] = training.item(row);
                start[user + 1]++;
            }
        }
        for (int user = 0; user < userCount; user++) {
            start[user + 1] += start[user];
        }
        return new SeenItems(start, Arrays.copyOf(item, size));
    }

    /** These items and those of the pairs (user[at], item[at]), which may repeat. */
    public SeenItems with(int[] user, int[] item) {
        long[] pairs = new long[this.item.length + user.length];
        int size = 0;
        for (int of = 0; of < userCount(); of++) {
            for (int at = start[of]; at < start[of + 1]; at++) {
                pairs[size++] = (long) of << 32 | this.item[at];
            }
        }
        for (int at = 0; at < user.length; at++) {
            pairs[size++] = (long) user[at] << 32 | item[at];
        }
        long[] distinct = Arrays.stream(pairs).sorted().distinct().toArray();
        int[] allStart = new int[start.length];
        int[] all = new int[distinct.length];
        for (int at = 0; at < distinct.length; at++) {
            all[at] = (int) distinct[at];
            allStart[(int) (distinct[at] >>> 32) + 1]++;
        }
        for (int of = 0; of < userCount(); of++) {
            allStart[of + 1] += allStart[of];
        }
        return new SeenItems(allStart, all);
    }

    public int userCount() {
        return start.length - 1;
    }

    /** The number of distinct items the user has played. */
    public int count(int user) {
        return start[user + 1] - start[user];
    }

    /** The user's {@code at}-th item from 0, ascending. */
    public int item(int user, int at) {
        return item[start[user] + at];
    }

    public boolean contains(int user, int wanted) {
        return Arrays.binarySearch(item, start[user], start[user + 1], wanted) >= 0;
    }
}
