package dev.linger.candidates.ease;

/**
 * How weights between items are fitted.
 *
 * @param regularization weight of the squared weights, above 0; hundreds for large logs, where small values learn chance
 * @param likedThreshold a pair is liked where one of its plays has a watch ratio above it; 0 takes all that were watched at
 *     all
 * @param maxItems how many items take part at most, 1 to 46340 (whose square is the longest array): those liked by most
 *     users; 12 maxItems^2 bytes while training, 192 MB for 4,000
 */
public record EaseConfig(double regularization, double likedThreshold, int maxItems) {
    private static final int MOST_ITEMS = 46_340;

    public EaseConfig {
        if (!(regularization > 0 && regularization < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("regularization must be > 0 and finite but was " + regularization);
        }
        if (!(likedThreshold >= 0)) {
            throw new IllegalArgumentException("likedThreshold must be >= 0 but was " + likedThreshold);
        }
        if (maxItems < 1 || maxItems > MOST_ITEMS) {
            throw new IllegalArgumentException("maxItems must be in 1.." + MOST_ITEMS + " but was " + maxItems);
        }
    }
}
