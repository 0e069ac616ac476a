package dev.linger.ranker.training;

import dev.linger.ranker.Ranker;
import java.util.ArrayList;
import java.util.List;

/** Chooses the weight of stage one in a blend by looking at validation rows. */
public final class BlendTrainer {
    private BlendTrainer() {}

    /**
     * The blend of the highest quality; of equal ones, the one with the smallest weight.
     *
     * @param base a trained ranker
     * @param weights the weights to try, distinct, at least one
     * @param quality how good the blends are on the validation rows
     */
    static BlendRanker choose(Ranker base, List<Double> weights, BlendQuality quality) {
        List<Double> rising = weights.stream().sorted().toList();
        double[] qualities = quality.of(base, rising);
        List<BlendTrial> trials = new ArrayList<>();
        int best = 0;
        for (int at = 0; at < qualities.length; at++) {
            if (Double.isNaN(qualities[at])) {
                throw new IllegalArgumentException("quality of the blend with weight " + rising.get(at) + " is NaN");
            }
            trials.add(new BlendTrial(rising.get(at), qualities[at]));
            best = qualities[at] > qualities[best] ? at : best;
        }
        return new BlendRanker(base, rising.get(best), trials);
    }
}
