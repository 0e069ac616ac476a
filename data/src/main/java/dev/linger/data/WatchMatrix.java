package dev.linger.data;

/**
 * Fully observed watch ratios (the small matrix): distinct (user, item) pairs sorted by user, then item. It has no
 * times: what it holds was shown by force and is for evaluation only.
 *
 * @param user user of each pair
 * @param item item of each pair
 * @param durationMillis length of the video of each pair in milliseconds
 * @param watchRatio play time / duration of each pair
 */
public record WatchMatrix(int[] user, int[] item, int[] durationMillis, double[] watchRatio) {
    public WatchMatrix {
        if (user.length != item.length || user.length != durationMillis.length || user.length != watchRatio.length) {
            throw new IllegalArgumentException("columns differ in length: " + user.length + ", " + item.length + ", "
                    + durationMillis.length + ", " + watchRatio.length);
        }
    }

    public int size() {
        return user.length;
    }
}
