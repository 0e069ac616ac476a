package dev.linger.pipeline.reranking;

import dev.linger.data.RankedList;
import dev.linger.features.FeatureRequests;
import dev.linger.pipeline.evaluation.Systems;
import dev.linger.ranker.blend.Reranker;
import dev.linger.recommender.retrieval.CandidateList;
import dev.linger.recommender.scoring.ListScoring;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The distinct videos each user was shown in a part of the log; a video shown several times counts by its first play.
 *
 * @param given the lists
 * @param firstPlays the row of the play of each item of each list
 */
public record ImpressionLists(FixedCandidates given, List<int[]> firstPlays) {
    /**
     * The distinct videos each user was shown, one list per user.
     *
     * @param plays in order of time within a user
     */
    public static ImpressionLists of(FeatureRequests plays, int userCount) {
        int[] end = new int[userCount];
        int[] byUser = byUser(plays.user(), end);
        int[] userBefore = new int[1 + Arrays.stream(plays.item()).max().orElse(-1)];
        Arrays.fill(userBefore, -1);
        List<int[]> firstPlays = new ArrayList<>();
        for (int user = 0; user < userCount; user++) {
            int[] first = firstPlays(plays, byUser, user == 0 ? 0 : end[user - 1], end[user], userBefore);
            if (first.length > 0) {
                firstPlays.add(first);
            }
        }
        List<CandidateList> lists =
                firstPlays.stream().map(rows -> toRank(plays, rows)).toList();
        return new ImpressionLists(new FixedCandidates(lists), List.copyOf(firstPlays));
    }

    /** Row numbers by user, else in their order: a counting sort. Writes where the rows of each user end. */
    private static int[] byUser(int[] user, int[] end) {
        for (int of : user) {
            end[of]++;
        }
        int before = 0;
        for (int of = 0; of < end.length; of++) {
            int own = end[of];
            end[of] = before;
            before += own;
        }
        int[] byUser = new int[user.length];
        for (int play = 0; play < user.length; play++) {
            byUser[end[user[play]]++] = play;
        }
        return byUser;
    }

    /** @param userBefore the last user looked at who played each item */
    private static int[] firstPlays(FeatureRequests plays, int[] byUser, int from, int to, int[] userBefore) {
        int[] first = new int[to - from];
        int count = 0;
        for (int at = from; at < to; at++) {
            int play = byUser[at];
            int item = plays.item()[play];
            if (userBefore[item] != plays.user()[play]) {
                userBefore[item] = plays.user()[play];
                first[count++] = play;
            }
        }
        return Arrays.copyOf(first, count);
    }

    private static CandidateList toRank(FeatureRequests plays, int[] rows) {
        int[] items = new int[rows.length];
        for (int at = 0; at < rows.length; at++) {
            items[at] = plays.item()[rows[at]];
        }
        return new CandidateList(plays.user()[rows[0]], items, plays.stageOne().rows(rows));
    }

    /**
     * The first {@code depth} of each list as each system of stage two orders it.
     *
     * @param predictions of every play by the members of stage two, {@code [member][play]}; others may follow
     */
    public Systems by(Reranker stageTwo, double[][] predictions, int depth) {
        RankedList[][] ranked = new RankedList[firstPlays.size()][];
        for (int list = 0; list < ranked.length; list++) {
            CandidateList items = given.lists().get(list);
            ranked[list] = ListScoring.ranked(items, scores(items, firstPlays.get(list), stageTwo, predictions), depth);
        }
        return Systems.of(stageTwo.systems(), ListScoring.bySystem(ranked));
    }

    private static double[][] scores(CandidateList items, int[] plays, Reranker stageTwo, double[][] predictions) {
        double[][] ofMembers = new double[stageTwo.members().size()][plays.length];
        float[] stageOne = new float[plays.length];
        for (int row = 0; row < plays.length; row++) {
            for (int member = 0; member < ofMembers.length; member++) {
                ofMembers[member][row] = predictions[member][plays[row]];
            }
            stageOne[row] = items.stageOne().score(row);
        }
        return stageTwo.scoresOfList(ofMembers, stageOne);
    }
}
