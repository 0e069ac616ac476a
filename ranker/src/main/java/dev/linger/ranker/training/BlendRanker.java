package dev.linger.ranker.training;

import dev.linger.features.FeatureRows;
import dev.linger.ranker.Ranker;
import dev.linger.ranker.UserLists;
import java.util.List;

/**
 * A ranker mixed with stage one: {@code score = z(base) + weight * z(stage one)} with {@code z(x) = (x - mean) / sd} over
 * the rows of one list (sd of the population; all zero where it is 0). A row without a stage-one score counts as the
 * lowest of its list.
 */
public final class BlendRanker implements Ranker {
    private final Ranker base;
    private final double weight;
    private final List<BlendTrial> trials;

    /** The blend with this weight, and the trials by which it was chosen. */
    BlendRanker(Ranker base, double weight, List<BlendTrial> trials) {
        this.base = base;
        this.weight = weight;
        this.trials = List.copyOf(trials);
    }

    public Ranker base() {
        return base;
    }

    public double weight() {
        return weight;
    }

    /** Every weight tried and its quality, by rising weight. */
    public List<BlendTrial> trials() {
        return trials;
    }

    /** The same weight with another base. */
    BlendRanker withBase(Ranker other) {
        return new BlendRanker(other, weight, trials);
    }

    @Override
    public String name() {
        return base.name() + " + " + weight + " stage-one";
    }

    @Override
    public boolean predictsWatchRatio() {
        return false;
    }

    @Override
    public void score(FeatureRows rows, double[] scores) {
        base.score(rows, scores);
        System.arraycopy(blend(rows, scores), 0, scores, 0, scores.length);
    }

    /** The scores of rows that the base has scored already. */
    public double[] blend(FeatureRows rows, double[] baseScores) {
        return blend(rows, baseScores, weight);
    }

    /** The scores of one list that the base has scored already; a missing stage-one score is NaN. */
    public double[] blend(double[] baseScores, float[] stageOneScores) {
        double[] blended = baseScores.clone();
        blend(blended, UserLists.withoutMissing(stageOneScores), 0, blended.length, weight);
        return blended;
    }

    /** The scores that a blend with any weight gives rows that its base has scored already. */
    public static double[] blend(FeatureRows rows, double[] baseScores, double weight) {
        double[] blended = baseScores.clone();
        double[] stageOne = UserLists.stageOneScores(rows);
        UserLists.forEach(rows, (from, to) -> blend(blended, stageOne, from, to, weight));
        return blended;
    }

    private static void blend(double[] scores, double[] stageOne, int from, int to, double weight) {
        standardise(scores, from, to);
        standardise(stageOne, from, to);
        for (int row = from; row < to; row++) {
            scores[row] += weight * stageOne[row];
        }
    }

    private static void standardise(double[] scores, int from, int to) {
        double lowest = scores[from];
        double highest = scores[from];
        double sum = 0;
        for (int row = from; row < to; row++) {
            lowest = Math.min(lowest, scores[row]);
            highest = Math.max(highest, scores[row]);
            sum += scores[row];
        }
        double mean = sum / (to - from);
        double squares = 0;
        for (int row = from; row < to; row++) {
            squares += (scores[row] - mean) * (scores[row] - mean);
        }
        // Equal scores may miss their own mean by a rounding error, which a tiny sd would blow up.
        double scale = lowest == highest ? 0 : 1 / Math.sqrt(squares / (to - from));
        for (int row = from; row < to; row++) {
            scores[row] = (scores[row] - mean) * scale;
        }
    }
}
