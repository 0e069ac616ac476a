package dev.linger.ranker.baseline;

import dev.linger.data.store.ModelWriter;
import dev.linger.features.FeatureRows;
import dev.linger.ranker.Prediction;
import dev.linger.ranker.Ranker;
import dev.linger.ranker.UserLists;
import java.io.IOException;

/**
 * Keeps the order of retrieval: score = {@code stage_one_score}. A row without one gets the lowest finite score of its
 * list.
 */
public final class StageOneRanker implements Ranker {
    static final String NAME = "stage-one";
    static final String FILE = "stage-one.columns";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Prediction prediction() {
        return Prediction.SCORE;
    }

    @Override
    public boolean learnsFromLabels() {
        return false;
    }

    @Override
    public boolean readsFeatures() {
        return false;
    }

    @Override
    public void score(FeatureRows rows, double[] scores) {
        System.arraycopy(UserLists.stageOneScores(rows), 0, scores, 0, rows.size());
    }

    /** There is nothing to keep but its name. */
    @Override
    public void write(ModelWriter to) throws IOException {
        to.columns(FILE, out -> out.text(NAME));
    }
}
