package dev.linger.candidates;

/** Which items may be recommended to a user, beside those in the universe that they have not seen; safe for many threads. */
@FunctionalInterface
public interface ItemFilter {
    /** Whether the item may be recommended to the user. */
    boolean keeps(int user, int item);
}
