package dev.linger.neural;

import dev.linger.data.InteractionLog;
import java.util.Arrays;

/**
 * The plays of a log one user after another, each user's in the order of time: what networks learn from.
 *
 * @param start where the plays of each user begin; one more than users
 * @param item what was played
 * @param ratio watch ratio of each play
 * @param millis time of each play, in milliseconds since 1970-01-01 UTC
 * @param row the row of each play in the log
 */
public record Histories(int[] start, int[] item, float[] ratio, long[] millis, int[] row) {
    /** Those of the users {@code 0..userCount-1}. */
    public static Histories of(InteractionLog log, int userCount) {
        int[] start = new int[userCount + 1];
        for (int row = 0; row < log.size(); row++) {
            start[log.user(row) + 1]++;
        }
        for (int user = 0; user < userCount; user++) {
            start[user + 1] += start[user];
        }
        int[] next = start.clone();
        Histories histories = new Histories(
                start, new int[log.size()], new float[log.size()], new long[log.size()], new int[log.size()]);
        for (int row = 0; row < log.size(); row++) {
            int at = next[log.user(row)]++;
            histories.item[at] = log.item(row);
            histories.ratio[at] = (float) log.watchRatio(row);
            histories.millis[at] = log.timestampMillis(row);
            histories.row[at] = row;
        }
        return histories;
    }

    /** The user of each play. */
    public int[] userOfEach() {
        int[] users = new int[size()];
        for (int user = 0; user < userCount(); user++) {
            Arrays.fill(users, start[user], start[user + 1], user);
        }
        return users;
    }

    /** The number of plays. */
    public int size() {
        return item.length;
    }

    public int userCount() {
        return start.length - 1;
    }

    /** Whether the log has plays of the user. */
    public boolean has(int user) {
        return start[user + 1] > start[user];
    }
}
