package dev.linger.candidates;

import dev.linger.data.Draws;
import dev.linger.data.InteractionLog;
import java.util.Optional;

/** How sure a scorer is of the scores of a user, by plays at hand; immutable, safe for many threads. */
@FunctionalInterface
public interface ScorePosterior {
    /**
     * What the scores of one user might be.
     *
     * @param plays all plays of the user, who is user 0 of the log
     * @param asOfMillis an instant after all of them, in milliseconds since 1970-01-01 UTC
     * @return empty where nothing is known of the user
     */
    Optional<OfUser> of(InteractionLog plays, long asOfMillis);

    /** Whose part of a score is unsure; that of the others counts as known. */
    enum Unsure {
        /** That of the user. */
        USER,
        /** That of each video. */
        VIDEOS,
        /** Both, independent of each other. */
        BOTH;

        public boolean ofUser() {
            return this != VIDEOS;
        }

        public boolean ofVideos() {
            return this != USER;
        }
    }

    /**
     * The distribution of the scores of one user. To be asked what is unsure of videos, the posterior must have been made for that
     * ({@link ItemScorer#posterior}); otherwise a {@link NullPointerException} says so.
     */
    interface OfUser {
        /** The mean of the score of each item. */
        double[] means(int[] items);

        /** The standard deviation of the score of each item. */
        double[] deviations(int[] items, Unsure of);

        /** One draw of the scores of all items together: those of items that are alike differ alike from their means. */
        double[] draw(int[] items, Unsure of, Draws draws);
    }
}
