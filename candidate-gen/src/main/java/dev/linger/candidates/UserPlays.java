package dev.linger.candidates;

import dev.linger.data.InteractionLog;

/**
 * Where each user's plays go when the rows of a log are put one user after another, in the order they have: the first step
 * of whatever is computed per user, after which a user's plays are adjacent in memory.
 */
final class UserPlays {
    private final int[] start;

    private UserPlays(int[] start) {
        this.start = start;
    }

    /** Of the users {@code 0..userCount-1}. */
    static UserPlays of(InteractionLog log, int userCount) {
        int[] start = new int[userCount + 1];
        for (int row = 0; row < log.size(); row++) {
            start[log.user(row) + 1]++;
        }
        for (int user = 0; user < userCount; user++) {
            start[user + 1] += start[user];
        }
        return new UserPlays(start);
    }

    int from(int user) {
        return start[user];
    }

    int to(int user) {
        return start[user + 1];
    }

    /** The place of the next play of each user; the caller counts it up. */
    int[] next() {
        return start.clone();
    }
}
