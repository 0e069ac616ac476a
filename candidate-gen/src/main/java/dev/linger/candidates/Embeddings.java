package dev.linger.candidates;

/**
 * The learned vectors by which a scorer brings users and items together: all are of one length, and an orthogonal map of both
 * sides changes no product of a user with an item, so the single numbers mean nothing until some basis is agreed on.
 */
public interface Embeddings {
    /** The length of a vector. */
    int width();

    int userCount();

    int itemCount();

    /**
     * Writes the vector of a user to {@code into[at..at+width-1]}.
     *
     * @return whether anything is known of the user; zeros are written where not
     */
    boolean user(int user, double[] into, int at);

    /** The same of an item. */
    boolean item(int item, double[] into, int at);
}
