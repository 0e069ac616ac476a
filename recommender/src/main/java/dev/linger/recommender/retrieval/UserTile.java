package dev.linger.recommender.retrieval;

import dev.linger.candidates.Retrieval;
import dev.linger.candidates.UserScores;
import dev.linger.data.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The scores of some users at a time by every source: a workspace of one thread, whose arrays serve one tile of users after the
 * other.
 */
final class UserTile {
    private static final int MOST_USERS = 16;

    /** So many scores of all sources a thread keeps, that is 32 MB; of one user, however many they are. */
    private static final int MOST_SCORES = 1 << 22;

    private final List<Retrieval> retrievals;
    private final List<double[][]> rooms;

    private UserTile(List<Retrieval> retrievals, int users) {
        this.retrievals = retrievals;
        this.rooms = retrievals.stream().map(retrieval -> retrieval.room(users)).toList();
    }

    /** What is done with the scores of a user, one per source. */
    @FunctionalInterface
    interface OfUser {
        /** Takes the scores of the user at a position; they are written over afterwards. */
        void take(int at, List<UserScores> scores);
    }

    /** Scores all users, several at a time and in all threads, and gives the scores of each to be used at once. */
    static void forEach(List<Retrieval> retrievals, int[] users, Workers workers, OfUser then) {
        long scoresOfUser = (long) retrievals.size() * retrievals.get(0).itemCount();
        long most = Math.min(Math.min(MOST_USERS, users.length), MOST_SCORES / Math.max(1, scoresOfUser));
        int atOnce = (int) Math.max(1, most);
        workers.forBlocks(users.length, atOnce, () -> new UserTile(retrievals, atOnce), (tile, block, from, to) -> {
            List<UserScores[]> scores = tile.score(Arrays.copyOfRange(users, from, to));
            for (int at = from; at < to; at++) {
                int inTile = at - from;
                then.take(at, scores.stream().map(source -> source[inTile]).toList());
            }
        });
    }

    /** Of each source the scores of each user. */
    private List<UserScores[]> score(int[] users) {
        List<UserScores[]> scores = new ArrayList<>();
        for (int source = 0; source < rooms.size(); source++) {
            scores.add(retrievals.get(source).scores(users, rooms.get(source)));
        }
        return scores;
    }
}
