package dev.linger.pipeline.reranking;

import dev.linger.features.FeatureRows;
import dev.linger.ranker.Ranker;
import java.util.List;
import java.util.function.Supplier;

/**
 * The plays after the cut as one ranker scores them.
 *
 * @param ranker a member of stage two, or a constant
 * @param scores gives one a play
 */
public record ScoredPlays(Ranker ranker, Supplier<double[]> scores) {
    /** Scores that are at hand. */
    public static ScoredPlays of(Ranker ranker, double[] scores) {
        return new ScoredPlays(ranker, () -> scores);
    }

    /** Those of a constant, which are computed whenever they are asked for: there are many plays, and several constants. */
    public static ScoredPlays ofConstant(Ranker constant, int[] user, int[] item) {
        FeatureRows rows = new FeatureRows(List.of(), user, item, new float[0]);
        return new ScoredPlays(constant, () -> {
            double[] scores = new double[rows.size()];
            constant.score(rows, scores);
            return scores;
        });
    }
}
