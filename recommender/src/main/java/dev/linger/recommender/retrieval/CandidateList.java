package dev.linger.recommender.retrieval;

import dev.linger.data.RankedList;
import dev.linger.features.FeatureRequests;
import dev.linger.features.StageOneCells;
import dev.linger.ranker.UserLists;
import java.util.Arrays;
import java.util.List;

/**
 * Items of one user that are to be ordered, with what stage one says of them.
 *
 * @param user the user
 * @param items distinct items
 * @param stageOne a row of cells an item
 */
public record CandidateList(int user, int[] items, StageOneCells stageOne) {
    /** Any items, also seen ones. */
    public static CandidateList of(RetrievalColumns columns, int user, int[] items) {
        return new CandidateList(user, items, columns.of(user, items));
    }

    public int size() {
        return items.length;
    }

    /** The same items with score and rank alone of what stage one says. */
    public CandidateList brief() {
        return new CandidateList(user, items, stageOne.scoreAndRank());
    }

    /** The items at some positions. */
    public CandidateList pick(int[] positions) {
        int[] picked = new int[positions.length];
        for (int at = 0; at < picked.length; at++) {
            picked[at] = items[positions[at]];
        }
        return new CandidateList(user, picked, stageOne.rows(positions));
    }

    /** The items in the order of stage one; what it knows nothing of stands last. */
    public RankedList byStageOne() {
        double[] scores = new double[items.length];
        for (int at = 0; at < scores.length; at++) {
            float score = stageOne.score(at);
            scores[at] = Float.isNaN(score) ? Double.NEGATIVE_INFINITY : score;
        }
        return RankedList.byScore(user, items, scores);
    }

    /** The score of each item in the order of stage one; the lowest of the list stands in for those it does not know. */
    public double[] stageOneScores() {
        float[] scores = new float[items.length];
        for (int at = 0; at < scores.length; at++) {
            scores[at] = stageOne.score(at);
        }
        return UserLists.withoutMissing(scores);
    }

    /** Rows for the items of all lists, one list after the other; at least one list. */
    public static FeatureRequests requests(List<CandidateList> lists, int asOfDay, long requestMillis) {
        int size = lists.stream().mapToInt(CandidateList::size).sum();
        int[] user = new int[size];
        int[] item = new int[size];
        int row = 0;
        for (CandidateList list : lists) {
            Arrays.fill(user, row, row + list.size(), list.user());
            System.arraycopy(list.items(), 0, item, row, list.size());
            row += list.size();
        }
        StageOneCells cells = StageOneCells.concat(
                lists.get(0).stageOne().columns(),
                lists.stream().map(CandidateList::stageOne).toList());
        return FeatureRequests.at(asOfDay, requestMillis, user, item, cells);
    }
}
