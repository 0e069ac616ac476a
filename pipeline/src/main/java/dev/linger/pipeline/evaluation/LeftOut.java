package dev.linger.pipeline.evaluation;

import java.io.Serializable;

/**
 * Relevant (user, item) pairs that no list could hold, and so no list can miss.
 *
 * @param ofPairs relevant pairs there are, left out or not
 * @param ofUsers users with a relevant pair, left out or not
 * @param seen pairs that the user had seen before the cut
 * @param unknown pairs whose item was not known then
 * @param users users left without a relevant pair, who are not counted
 */
public record LeftOut(int ofPairs, int ofUsers, int seen, int unknown, int users) implements Serializable {
    private static final long serialVersionUID = 1;

    /** Pairs left out. */
    public int pairs() {
        return seen + unknown;
    }

    /** Those of two parts of the users together. */
    LeftOut plus(LeftOut other) {
        return new LeftOut(
                ofPairs + other.ofPairs,
                ofUsers + other.ofUsers,
                seen + other.seen,
                unknown + other.unknown,
                users + other.users);
    }

    /** A line below a table, for any number of pairs. */
    public String line() {
        return "left out, since no list can hold them: " + pairs() + " of " + ofPairs + " relevant pairs (" + seen
                + " seen by the user before the cut, " + unknown + " of videos not known then), and with them " + users
                + " of " + ofUsers + " users";
    }
}
