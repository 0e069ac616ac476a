package dev.linger.recommender.order;

/** How much creators are watched of late. */
@FunctionalInterface
public interface Reach {
    /**
     * Liked plays of the creator's videos / their mean over all creators, recent ones counting more; NaN where that is not known.
     *
     * @param creator code in the table of videos, at least 0
     */
    double of(int creator);
}
