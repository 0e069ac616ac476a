package dev.linger.simulation.shape;

/**
 * How much is drawn.
 *
 * @param users number of users
 * @param videos number of videos
 * @param plays rows of the log before copies
 * @param smallUsers users of the small matrix; 0 for no small matrix, social network and captions
 * @param smallVideos videos of the small matrix
 */
public record Sizes(int users, int videos, int plays, int smallUsers, int smallVideos) {
    public boolean hasSmallMatrix() {
        return smallUsers > 0;
    }
}
