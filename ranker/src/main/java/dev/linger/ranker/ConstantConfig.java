package dev.linger.ranker;

/**
 * Predicts one statistic of the training labels, whatever the features: the error every learner has to beat.
 *
 * @param statistic what is predicted
 */
public record ConstantConfig(Statistic statistic) implements RankerConfig {
    /** What is predicted. A user or item without a training row gets the mean of all rows. */
    public enum Statistic {
        GLOBAL_MEAN,
        GLOBAL_MEDIAN,
        USER_MEAN,
        ITEM_MEAN
    }
}
