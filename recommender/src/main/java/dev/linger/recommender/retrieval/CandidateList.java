package dev.linger.recommender.retrieval;

import dev.linger.data.RankedList;
import dev.linger.features.FeatureColumn;
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
        return requests(List.of(new Asked(lists, asOfDay, requestMillis)));
    }

    /**
     * Lists that are asked for at the same time.
     *
     * @param asOfDay in days since 1970-01-01
     * @param requestMillis in milliseconds since 1970-01-01 UTC
     */
    public record Asked(List<CandidateList> lists, int asOfDay, long requestMillis) {}

    /** Rows for the items of lists of several times, by rising day; at least one list, and all with the same columns. */
    public static FeatureRequests requests(List<Asked> times) {
        List<FeatureColumn> columns = times.stream()
                .flatMap(asked -> asked.lists.stream())
                .findFirst()
                .orElseThrow()
                .stageOne()
                .columns();
        int size = times.stream()
                .flatMap(asked -> asked.lists.stream())
                .mapToInt(CandidateList::size)
                .reduce(0, Math::addExact);
        int[] user = new int[size];
        int[] item = new int[size];
        int[] day = new int[size];
        long[] time = new long[size];
        float[] cells = new float[Math.multiplyExact(size, columns.size())];
        int row = 0;
        for (Asked asked : times) {
            int first = row;
            for (CandidateList list : asked.lists) {
                Arrays.fill(user, row, row + list.size(), list.user);
                System.arraycopy(list.items, 0, item, row, list.size());
                list.stageOne.copyTo(columns, cells, row);
                row += list.size();
            }
            Arrays.fill(day, first, row, asked.asOfDay);
            Arrays.fill(time, first, row, asked.requestMillis);
        }
        return new FeatureRequests(user, item, day, time, new StageOneCells(columns, cells));
    }
}
