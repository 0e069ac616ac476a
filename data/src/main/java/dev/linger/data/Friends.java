package dev.linger.data;

import dev.linger.data.columns.ColumnReader;
import dev.linger.data.columns.ColumnWriter;
import java.io.IOException;
import java.util.Arrays;

/** The friends of each user, as the data lists them: that one has another as a friend says nothing of the other way round. */
public final class Friends {
    private final int[] start;
    private final int[] friend;

    private Friends(int[] start, int[] friend) {
        this.start = start;
        this.friend = friend;
    }

    /** So many users without friends. */
    public static Friends none(int userCount) {
        return new Friends(new int[userCount + 1], new int[0]);
    }

    /**
     * The friends of each user.
     *
     * @param lists users, ascending and each once
     * @throws IllegalArgumentException where a friend is no user, or the user themself
     */
    public static Friends of(int[][] lists) {
        int[] start = new int[lists.length + 1];
        for (int user = 0; user < lists.length; user++) {
            start[user + 1] = start[user] + lists[user].length;
        }
        int[] friend = new int[start[lists.length]];
        for (int user = 0; user < lists.length; user++) {
            System.arraycopy(lists[user], 0, friend, start[user], lists[user].length);
        }
        return checked(start, friend);
    }

    private static Friends checked(int[] start, int[] friend) {
        int users = start.length - 1;
        for (int user = 0; user < users; user++) {
            for (int at = start[user]; at < start[user + 1]; at++) {
                boolean ascends = at == start[user] || friend[at] > friend[at - 1];
                if (!ascends || friend[at] < 0 || friend[at] >= users || friend[at] == user) {
                    throw new IllegalArgumentException("friends of user " + user + " must ascend among the others of "
                            + users + " users, but there is " + friend[at]);
                }
            }
        }
        return new Friends(start, friend);
    }

    public int userCount() {
        return start.length - 1;
    }

    /** How many friendships there are. */
    public int size() {
        return friend.length;
    }

    /** How many friends a user has. */
    public int count(int user) {
        return start[user + 1] - start[user];
    }

    /** A friend of a user, by numbers from 0 on. */
    public int of(int user, int number) {
        return friend[start[user] + number];
    }

    /** The same with more users, who have no friends. */
    Friends withRoom(int more) {
        int users = userCount();
        int[] longer = Arrays.copyOf(start, users + more + 1);
        Arrays.fill(longer, users + 1, longer.length, friend.length);
        return new Friends(longer, friend);
    }

    /** Writes what {@link #read} reads. */
    public void write(ColumnWriter out) throws IOException {
        out.ints(start);
        out.ints(friend);
    }

    /** Those of so many users, as they were written. */
    public static Friends read(ColumnReader in, int userCount) throws IOException {
        int[] start = in.ints();
        int[] friend = in.ints();
        if (start.length != userCount + 1 || start[0] != 0 || start[userCount] != friend.length) {
            throw new IllegalArgumentException("it is not of the friends of " + userCount + " users");
        }
        for (int user = 0; user < userCount; user++) {
            if (start[user + 1] < start[user]) {
                throw new IllegalArgumentException(
                        "friends begin at " + start[user] + " and end at " + start[user + 1]);
            }
        }
        return checked(start, friend);
    }
}
