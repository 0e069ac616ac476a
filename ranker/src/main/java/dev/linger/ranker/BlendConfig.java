package dev.linger.ranker;

import java.util.HashSet;
import java.util.List;

/**
 * Mixes a ranker's score with stage one's: {@code z(base) + weight * z(stage one)}, each standardised within a list.
 * The weight is the one that does best on the validation rows.
 *
 * @param base the ranker to mix with stage one; not a blend itself
 * @param weights the weights to try, distinct, finite and >= 0; 0 keeps the order of {@code base}
 */
public record BlendConfig(RankerConfig base, List<Double> weights) implements RankerConfig {
    public BlendConfig {
        weights = List.copyOf(weights);
        if (base instanceof BlendConfig) {
            throw new IllegalArgumentException("base must not be a blend itself");
        }
        if (weights.isEmpty()) {
            throw new IllegalArgumentException("weights must not be empty");
        }
        for (double weight : weights) {
            if (!(weight >= 0) || Double.isInfinite(weight)) {
                throw new IllegalArgumentException("weights must be >= 0 and finite but one was " + weight);
            }
        }
        if (new HashSet<>(weights).size() != weights.size()) {
            throw new IllegalArgumentException("weights must be distinct but were " + weights);
        }
    }
}
