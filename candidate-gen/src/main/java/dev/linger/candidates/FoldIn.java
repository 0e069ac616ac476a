package dev.linger.candidates;

import dev.linger.data.InteractionLog;

/** What a scorer gives a user by plays at hand: all that was learned of items stays, only the user is new. */
@FunctionalInterface
public interface FoldIn {
    /** A user whom the tables do not have. */
    int NOT_IN_TABLES = -1;

    /**
     * The scorer of one user, who is its user 0.
     *
     * @param user the user in the tables that the scorer was fitted with, or {@link #NOT_IN_TABLES}
     * @param plays all plays of the user, who is user 0 of the log
     * @param asOfMillis an instant after all of them, in milliseconds since 1970-01-01 UTC
     */
    ItemScorer of(int user, InteractionLog plays, long asOfMillis);
}
