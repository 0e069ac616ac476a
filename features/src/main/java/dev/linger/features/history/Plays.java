package dev.linger.features.history;

import dev.linger.data.InteractionLog;

/** Room for some plays of one day by user, or by item: read from the log once, for all statistics that count them. */
final class Plays {
    /** Most plays that can be held. */
    static final int MOST = 1024;

    private final int[] of = new int[MOST];
    private final double[] ratio = new double[MOST];

    /** Reads the rows {@code from..to-1}, at most {@value #MOST}, in place of what was held. */
    void read(InteractionLog log, int from, int to, boolean ofUsers) {
        for (int row = from; row < to; row++) {
            of[row - from] = ofUsers ? log.user(row) : log.item(row);
            ratio[row - from] = log.watchRatio(row);
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
