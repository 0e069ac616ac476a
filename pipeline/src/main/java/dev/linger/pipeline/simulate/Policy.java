package dev.linger.pipeline.simulate;

import dev.linger.recommender.live.LivePlay;
import java.util.List;

/** What decides which videos a user is shown; several threads may ask at once, while nothing is told to it. */
interface Policy {
    /** What tables call it. */
    String name();

    /** These videos have been uploaded. */
    void uploaded(List<Integer> videos);

    /**
     * What a user is shown who comes, best first.
     *
     * @param atMillis when, in milliseconds since 1970-01-01 UTC
     */
    int[] list(int user, long atMillis, int count);

    /** These plays have happened, in this order. */
    void observed(List<LivePlay> plays);
}
