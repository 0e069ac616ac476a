package dev.linger.recommender.order;

/** What a play does to creators. */
@FunctionalInterface
public interface Uplift {
    /**
     * By how much the chance that the creator uploads again rises with one more play to the end; NaN where that is not known.
     *
     * @param creator code in the table of videos, at least 0
     */
    double of(int creator);
}
