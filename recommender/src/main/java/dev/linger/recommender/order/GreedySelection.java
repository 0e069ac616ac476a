package dev.linger.recommender.order;

import dev.linger.data.RankedList;
import java.util.function.IntPredicate;

/**
 * Takes items of a scored list one after the other. What is not taken follows in its order, so the first places of a list
 * can be ordered and the rest left as they are.
 */
final class GreedySelection {
    private final RankedList scored;
    private final int places;
    private final int[] ordered;
    private final boolean[] isTaken;
    private int taken;

    /** @param places how many items are taken at most */
    GreedySelection(RankedList scored, int places) {
        this.scored = scored;
        this.places = Math.min(places, scored.size());
        this.ordered = new int[scored.size()];
        this.isTaken = new boolean[scored.size()];
    }

    /** @throws IllegalArgumentException where no place is ordered */
    static void requirePlaces(int places) {
        if (places < 1) {
            throw new IllegalArgumentException("places must be >= 1 but was " + places);
        }
    }

    /** A list whose first places go to the items that are worth most; the others follow as they were. */
    static RankedList byWorth(RankedList scored, int places, double[] worth) {
        GreedySelection selection = new GreedySelection(scored, places);
        while (selection.hasPlace()) {
            selection.takeBest(worth);
        }
        return selection.ordered();
    }

    boolean hasPlace() {
        return taken < places;
    }

    boolean isTaken(int at) {
        return isTaken[at];
    }

    /** The position of an item among the first so many, where it has not been taken; else -1. */
    int find(int item, int among) {
        for (int at = 0; at < among; at++) {
            if (scored.items()[at] == item && !isTaken[at]) {
                return at;
            }
        }
        return -1;
    }

    /** The position of the first item that has not been taken; there is one. */
    int firstLeft() {
        int at = 0;
        while (isTaken[at]) {
            at++;
        }
        return at;
    }

    /** How many have been taken. */
    int taken() {
        return taken;
    }

    /** The item that was taken as the {@code place}-th, from 0. */
    int item(int place) {
        return ordered[place];
    }

    /** Takes the item at a position of the scored list. */
    void take(int at) {
        isTaken[at] = true;
        ordered[taken++] = scored.items()[at];
    }

    /** Takes the item left of the largest value; of equal ones the first. */
    int takeBest(double[] values) {
        int best = -1;
        for (int at = 0; at < values.length; at++) {
            if (!isTaken[at] && (best < 0 || values[at] > values[best])) {
                best = at;
            }
        }
        take(best);
        return best;
    }

    /** Takes the first item left for whose position this holds, or else the first left. */
    void takeFirst(IntPredicate mayTake) {
        int first = -1;
        for (int at = 0; at < isTaken.length; at++) {
            if (!isTaken[at]) {
                first = first < 0 ? at : first;
                if (mayTake.test(at)) {
                    take(at);
                    return;
                }
            }
        }
        take(first);
    }

    /** What was taken, then what was not. */
    RankedList ordered() {
        int[] all = ordered.clone();
        int end = taken;
        for (int at = 0; at < isTaken.length; at++) {
            if (!isTaken[at]) {
                all[end++] = scored.items()[at];
            }
        }
        return Orderer.inOrder(scored.user(), all);
    }

    /**
     * The scores of a list in standard deviations from their mean; 0 where all are alike. Items that the order knows nothing of,
     * whose score is minus infinity, count as the last that it knows.
     */
    static double[] standings(RankedList scored) {
        double[] scores = scored.scores().clone();
        for (int at = 0; at < scores.length; at++) {
            if (scores[at] == Double.NEGATIVE_INFINITY) {
                scores[at] = at == 0 ? 0 : scores[at - 1];
            }
        }
        double mean = mean(scores);
        double scale = perDeviation(scores);
        double[] standings = new double[scores.length];
        for (int at = 0; at < standings.length; at++) {
            standings[at] = (scores[at] - mean) * scale;
        }
        return standings;
    }

    private static double mean(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        return mean;
    }

    /** 1 over the standard deviation of some values; 0 where all are alike. */
    static double perDeviation(double[] values) {
        double mean = mean(values);
        double variance = 0;
        for (double value : values) {
            variance += (value - mean) * (value - mean) / values.length;
        }
        return variance > 0 ? 1 / Math.sqrt(variance) : 0;
    }
}
