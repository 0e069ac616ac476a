package dev.linger.pipeline.reranking;

import dev.linger.data.InteractionLog;
import dev.linger.data.Workers;
import dev.linger.features.FeatureRows;
import dev.linger.ranker.Ranker;
import dev.linger.ranker.TrainingSet;
import dev.linger.ranker.baseline.ConstantConfig;
import dev.linger.ranker.baseline.ConstantRanker;
import java.util.List;

/** The constant predictions every ranker has to beat, fitted to all plays before the cut. */
public final class Constants {
    private Constants() {}

    /** Fits all of them, each by one of the workers. */
    public static List<Ranker> fit(InteractionLog training, double ratioCap, Workers workers) {
        int rows = training.size();
        int[] user = new int[rows];
        int[] item = new int[rows];
        float[] label = new float[rows];
        for (int row = 0; row < rows; row++) {
            user[row] = training.user(row);
            item[row] = training.item(row);
            label[row] = (float) Math.min(training.watchRatio(row), ratioCap);
        }
        TrainingSet plays = new TrainingSet(new FeatureRows(List.of(), user, item, new float[0]), label, new int[rows]);
        ConstantConfig.Statistic[] statistics = ConstantConfig.Statistic.values();
        return workers.map(statistics.length, at -> ConstantRanker.fit(new ConstantConfig(statistics[at]), plays));
    }
}
