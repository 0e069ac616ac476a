package dev.linger.candidates.baseline;

/**
 * How neighbors are found.
 *
 * @param likedThreshold a pair counts where one of its plays has a watch ratio above it; 0 takes all that were watched at all
 * @param shrinkage added to the cosine's denominator, at least 0; pulls similarities of few common users down
 * @param neighborCount how many neighbors an item keeps, at least 1
 */
public record ItemKnnConfig(double likedThreshold, double shrinkage, int neighborCount) {
    public ItemKnnConfig {
        if (!(likedThreshold >= 0)) {
            throw new IllegalArgumentException("likedThreshold must be >= 0 but was " + likedThreshold);
        }
        if (!(shrinkage >= 0)) {
            throw new IllegalArgumentException("shrinkage must be >= 0 but was " + shrinkage);
        }
        if (neighborCount < 1) {
            throw new IllegalArgumentException("neighborCount must be >= 1 but was " + neighborCount);
        }
    }
}
