package dev.linger.ranker.blend;

import dev.linger.ranker.BlendGoal;
import dev.linger.ranker.BlendQuality;
import java.util.ArrayList;
import java.util.List;

/**
 * Chooses the weights of a blend by coordinate ascent on the validation days: from the best part alone, each part's weight
 * in turn is set to the one that does best with the others fixed, where that is clearly better than the weight it has, until
 * a round of all parts brings nothing.
 */
final class BlendTrainer {
    private static final int MAX_ROUNDS = 3;

    /** A weight is changed only where it raises the quality by half a percent: smaller gains fit the validation days alone. */
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
     * The order that is found. A part keeps its weight unless another is better; of equally good ones the smallest is taken.
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
        double best = startFromBestPart(weights);
        boolean better = true;
        for (int round = 0; round < MAX_ROUNDS && better; round++) {
            double before = best;
            for (int part = 0; part < weights.length; part++) {
                best = improve(weights, part, best);
            }
            better = best > before;
        }
        return weights;
    }

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

    /** Sets one part's weight to the best of those tried; gives the quality then. */
    private double improve(double[] weights, int part, double before) {
        double startWeight = weights[part];
        double bestWeight = startWeight;
        double best = before;
        for (double weight : tried) {
            weights[part] = weight;
            double reached = anyWeight(weights) ? qualityOf(weights) : Double.NEGATIVE_INFINITY;
            if (reached > best) {
                best = reached;
                bestWeight = weight;
            }
        }
        if (best - before < LEAST_GAIN * Math.abs(before)) {
            bestWeight = startWeight;
            best = before;
        }
        weights[part] = bestWeight;
        if (best > before) {
            trials.add(new BlendTrial(names.get(part), bestWeight, best));
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
