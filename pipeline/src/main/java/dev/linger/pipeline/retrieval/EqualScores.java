package dev.linger.pipeline.retrieval;

import dev.linger.candidates.ItemScorer;
import dev.linger.candidates.Universe;
import java.util.stream.IntStream;

/** Finds scorers that tell no two videos apart: their lists would be in the order of ids, as if that were an order of theirs. */
final class EqualScores {
    /** Of more users every n-th is asked. */
    private static final int USERS_ASKED = 64;

    private EqualScores() {}

    /** Whether all videos that the scorer knows of have the same score, for each of the users asked; not where it knows fewer than two. */
    static boolean of(ItemScorer scorer, Universe universe, int[] users) {
        int step = Math.max(1, users.length / USERS_ASKED);
        double[] scores = new double[universe.itemCount()];
        boolean anyAlike = false;
        for (int at = 0; at < users.length; at += step) {
            scorer.score(users[at], scores);
            double[] known = IntStream.range(0, scores.length)
                    .filter(item -> universe.contains(item) && scores[item] != Double.NEGATIVE_INFINITY)
                    .mapToDouble(item -> scores[item])
                    .toArray();
            for (double score : known) {
                if (score != known[0]) {
                    return false;
                }
            }
            anyAlike |= known.length > 1;
        }
        return anyAlike;
    }
}
