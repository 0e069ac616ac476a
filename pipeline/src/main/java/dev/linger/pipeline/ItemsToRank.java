package dev.linger.pipeline;

import dev.linger.candidates.Retrieval;
import dev.linger.data.RankedList;

/**
 * Items of one user that are to be ordered, with what stage one says of them.
 *
 * @param user the user
 * @param items distinct items
 * @param stageOneScore score of each item in stage one, NaN where it knows nothing of it
 * @param stageOneRank rank of each item among all unseen items, NaN likewise
 */
record ItemsToRank(int user, int[] items, float[] stageOneScore, float[] stageOneRank) {
    /** The candidates of stage one, whose rank is their place in the list. */
    static ItemsToRank of(RankedList candidates) {
        float[] score = new float[candidates.size()];
        float[] rank = new float[candidates.size()];
        for (int position = 0; position < score.length; position++) {
            score[position] = (float) candidates.scores()[position];
            rank[position] = position + 1;
        }
        return new ItemsToRank(candidates.user(), candidates.items(), score, rank);
    }

    /** Any items, also seen ones. */
    static ItemsToRank of(Retrieval stageOne, int user, int[] items) {
        float[] score = new float[items.length];
        float[] rank = new float[items.length];
        stageOne.scoreAndRank(user, items, 0, items.length, score, rank);
        return new ItemsToRank(user, items, score, rank);
    }

    int size() {
        return items.length;
    }

    /** The items in the order of stage one; what it knows nothing of stands last. */
    RankedList byStageOne() {
        double[] scores = new double[items.length];
        for (int at = 0; at < scores.length; at++) {
            scores[at] = Float.isNaN(stageOneScore[at]) ? Double.NEGATIVE_INFINITY : stageOneScore[at];
        }
        return RankedList.byScore(user, items, scores);
    }

    /** The items in the order of scores of all items. */
    RankedList by(double[] scoresOfAll) {
        double[] scores = new double[items.length];
        for (int at = 0; at < scores.length; at++) {
            scores[at] = scoresOfAll[items[at]];
        }
        return RankedList.byScore(user, items, scores);
    }
}
