package dev.linger.ranker.lightgbm;

import dev.linger.features.FeatureRows;
import dev.linger.ranker.Objective;
import dev.linger.ranker.Ranker;
import dev.linger.ranker.trees.ColumnImportance;
import dev.linger.ranker.trees.TreeModel;
import dev.linger.ranker.trees.TreeModelReader;
import java.util.List;

/**
 * Boosted trees as a ranker. Scores of the regression objectives are predictions of watch_ratio (of its mean, its median,
 * a quantile, as the objective says); scores of the others are the raw sums of the trees.
 */
public final class LightGbmRanker implements Ranker {
    private final TreeModel model;
    private final String text;
    private final TrainingLog log;

    private LightGbmRanker(TreeModel model, String text, TrainingLog log) {
        this.model = model;
        this.text = text;
        this.log = log;
    }

    /**
     * The ranker of a model in LightGBM's text form; needs no native code.
     *
     * @param where the file or other place of the text, for errors
     * @param log how its training went
     */
    public static LightGbmRanker read(String where, String text, TrainingLog log) {
        return new LightGbmRanker(TreeModelReader.read(where, text), text, log);
    }

    @Override
    public String name() {
        return "lightgbm " + model.objective().lightGbmName();
    }

    @Override
    public boolean predictsWatchRatio() {
        return model.objective().target() == Objective.Target.WATCH_RATIO;
    }

    @Override
    public void score(FeatureRows rows, double[] scores) {
        model.predict(rows, scores);
    }

    /** How the training went. */
    public TrainingLog log() {
        return log;
    }

    /** What each column was worth, by falling gain. */
    public List<ColumnImportance> importances() {
        return model.importances();
    }

    /** The number of trees. */
    public int treeCount() {
        return model.trees().size();
    }

    /** The model in LightGBM's text form, for {@link #read} and for LightGBM itself. */
    public String text() {
        return text;
    }
}
