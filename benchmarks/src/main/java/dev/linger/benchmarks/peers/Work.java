package dev.linger.benchmarks.peers;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * A row of the table: the same work done by Linger and by what a user would pick instead.
 *
 * @param name by which it is chosen
 * @param title what is done
 * @param input the data that both read, in whose folder both run
 * @param timed what of their processes counts
 * @param linger Linger's command
 * @param peer the other one
 */
record Work(String name, String title, Input input, Side.Timed timed, List<String> linger, Peer peer) {
    /** What is made once for all works that need it. */
    enum Input {
        /** A generated data set. */
        FILES,
        /** Users, items and confidences of a drawn log. */
        PAIRS,
        /** Drawn feature rows and labels. */
        ROWS;

        /** Where it is made. */
        Path folder(Path parent) {
            return parent.resolve(name().toLowerCase(Locale.ROOT));
        }
    }

    /**
     * What a user would pick.
     *
     * @param name with its version
     * @param missing what of it is not installed; it is run where nothing is
     * @param command what is run
     */
    record Peer(String name, List<String> missing, List<String> command) {
        Peer {
            missing = List.copyOf(missing);
            command = List.copyOf(command);
        }

        boolean isThere() {
            return missing.isEmpty();
        }
    }

    Work {
        linger = List.copyOf(linger);
    }
}
