package dev.linger.ranker.baseline;

import dev.linger.features.FeatureRows;
import dev.linger.ranker.Ranker;
import dev.linger.ranker.UserLists;

/**
 * Keeps the order of stage one: score = {@code stage_one_score}. A row without one gets the lowest finite score of its
 * list.
 */
public final class StageOneRanker implements Ranker {
    @Override
    public String name() {
        return "stage-one";
    }

    @Override
    public boolean predictsWatchRatio() {
        return false;
    }

    @Override
    public void score(FeatureRows rows, double[] scores) {
        System.arraycopy(UserLists.stageOneScores(rows), 0, scores, 0, rows.size());
    }
}
