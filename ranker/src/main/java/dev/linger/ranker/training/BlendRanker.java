package dev.linger.ranker.training;

import dev.linger.features.FeatureRows;
import dev.linger.ranker.Ranker;
import dev.linger.ranker.UserLists;
import java.util.Arrays;
import java.util.List;

/** Rankers mixed with stage one: {@code score = sum of weight * z(part)} over the {@link BlendParts}. */
public final class BlendRanker implements Ranker {
    private final BlendParts parts;
    private final double[] weights;
    private final List<BlendTrial> trials;

    /** The blend with these weights, one a part, and the steps by which they were chosen. */
    BlendRanker(BlendParts parts, double[] weights, List<BlendTrial> trials) {
        this.parts = parts;
        this.weights = weights;
        this.trials = List.copyOf(trials);
    }

    public BlendParts parts() {
        return parts;
    }

    /** One a part. */
    public double[] weights() {
        return weights.clone();
    }

    /** The quality of each part alone, then the steps that raised the blend's. */
    public List<BlendTrial> trials() {
        return trials;
    }

    /** The same weights for other members. */
    BlendRanker with(BlendParts others) {
        return new BlendRanker(others, weights, trials);
    }

    @Override
    public String name() {
        return "blend";
    }

    @Override
    public boolean predictsWatchRatio() {
        return false;
    }

    @Override
    public void score(FeatureRows rows, double[] scores) {
        double[][] ofParts = parts.scores(rows);
        UserLists.forEach(rows, (from, to) -> mix(ofParts, from, to, scores));
    }

    /** Writes the scores of one list, the rows {@code from..to-1}, from the parts' scores {@code [part][row]}. */
    public void mix(double[][] ofParts, int from, int to, double[] scores) {
        for (int row = from; row < to; row++) {
            scores[row] = 0;
        }
        for (int part = 0; part < weights.length; part++) {
            if (weights[part] == 0) {
                continue;
            }
            double[] standardised = Arrays.copyOfRange(ofParts[part], from, to);
            BlendParts.standardise(standardised, 0, standardised.length);
            for (int row = from; row < to; row++) {
                scores[row] += weights[part] * standardised[row - from];
            }
        }
    }
}
