package dev.linger.features.history;

import dev.linger.data.InteractionLog;

/**
 * Some plays of one day by user, or by item: read from the log once, for all statistics that count them.
 *
 * @param of user or item of each
 * @param ratio watch ratio of each
 */
record Plays(int[] of, double[] ratio) {
    static final int MOST = 1024;

    Plays() {
        this(new int[MOST], new double[MOST]);
    }

    /** Reads the rows {@code from..to-1}, at most {@value #MOST}. */
    void read(InteractionLog log, int from, int to, boolean ofUsers) {
        for (int row = from; row < to; row++) {
            of[row - from] = ofUsers ? log.user(row) : log.item(row);
            ratio[row - from] = log.watchRatio(row);
        }
    }
}
