package dev.linger.ranker.blend;

import dev.linger.ranker.BlendGoal;
import dev.linger.ranker.BlendQuality;
import java.util.ArrayList;
import java.util.List;

/**
 * Chooses the weights of a blend by steepest ascent on the validation days: from the best part alone, each step takes, of all
 * parts and all weights for them, the one change that does best with the other weights fixed, until the best change is no
 * longer clearly better.
 */
final class BlendTrainer {
    private static final int MAX_STEPS = 12;

    /** A weight is changed only where that raises the quality by half a percent: smaller gains fit the validation days alone. */
    private static final double LEAST_GAIN = 0.005;

    private final List<String> names;
    private final List<Double> tried;
    private final BlendQuality.OfWeights quality;
    private final List<BlendTrial> trials = new ArrayList<>();

    private BlendTrainer(List<String> names, List<Double> tried, BlendQuality.OfWeights quality) {
        this.names = names;
        this.tried = tried;
        this.quality = quality;
    }

    /**
     * The order that is found.
     *
     * @param weights the weights to try, distinct, at least one
     * @param goal the question that it answers on the validation days
     */
    static BlendMix choose(BlendParts parts, List<Double> weights, BlendGoal goal) {
        BlendTrainer trainer = new BlendTrainer(
                parts.names(),
                weights.stream().sorted().toList(),
                goal.quality().of(parts));
        return new BlendMix(goal.name(), trainer.climb(), trainer.trials);
    }

    private double[] climb() {
        double[] weights = new double[names.size()];
        double before = startFromBestPart(weights);
        for (int step = 0; step < MAX_STEPS; step++) {
            Change best = bestChange(weights);
            if (best.quality() <= before || best.quality() - before < LEAST_GAIN * Math.abs(before)) {
                break;
            }
            weights[best.part()] = best.weight();
            before = best.quality();
            trials.add(new BlendTrial(names.get(best.part()), best.weight(), before));
        }
        return weights;
    }

    /** One part's weight, and the quality that the blend has with it. */
    private record Change(int part, double weight, double quality) {}

    private double startFromBestPart(double[] weights) {
        int bestPart = 0;
        double best = Double.NEGATIVE_INFINITY;
        for (int part = 0; part < weights.length; part++) {
            double[] alone = new double[weights.length];
            alone[part] = 1;
            double reached = qualityOf(alone);
            trials.add(new BlendTrial(names.get(part) + " alone", 1, reached));
            if (reached > best) {
                best = reached;
                bestPart = part;
            }
        }
        weights[bestPart] = 1;
        return best;
    }

    /** Of equally good changes the one of the earlier part, and of its weights the smallest. */
    private Change bestChange(double[] weights) {
        Change best = new Change(0, weights[0], Double.NEGATIVE_INFINITY);
        for (int part = 0; part < weights.length; part++) {
            double kept = weights[part];
            for (double weight : tried) {
                weights[part] = weight;
                if (weight != kept && anyWeight(weights)) {
                    double reached = qualityOf(weights);
                    if (reached > best.quality()) {
                        best = new Change(part, weight, reached);
                    }
                }
            }
            weights[part] = kept;
        }
        return best;
    }

    private static boolean anyWeight(double[] weights) {
        for (double weight : weights) {
            if (weight > 0) {
                return true;
            }
        }
        return false;
    }

    private double qualityOf(double[] weights) {
        double reached = quality.quality(weights);
        if (Double.isNaN(reached)) {
            throw new IllegalArgumentException("the quality of a blend is NaN");
        }
        return reached;
    }
}
