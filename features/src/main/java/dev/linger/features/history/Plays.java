package dev.linger.features.history;

import dev.linger.features.ObservedPlays;

/** Room for some plays of one day by user, or by item: read from the log once, for all statistics that count them. */
final class Plays {
    /** Most plays that can be held. */
    static final int MOST = 1024;

    private final int[] of = new int[MOST];
    private final double[] ratio = new double[MOST];

    /** Reads the plays {@code from..to-1}, at most {@value #MOST}, in place of what was held. */
    void read(ObservedPlays plays, int from, int to, boolean ofUsers) {
        for (int play = from; play < to; play++) {
            of[play - from] = ofUsers ? plays.user(play) : plays.item(play);
            ratio[play - from] = plays.watchRatio(play);
        }
    }

    /** User or item of a play. */
    int of(int play) {
        return of[play];
    }

    /** Watch ratio of a play. */
    double ratio(int play) {
        return ratio[play];
    }
}
