package dev.linger.ranker.training;

import dev.linger.ranker.Ranker;
import java.util.List;

/** How good blends of a ranker with stage one are on the validation rows; all weights at once, so the base scores once. */
@FunctionalInterface
public interface BlendQuality {
    /** One number a weight, the higher the better, never NaN. */
    double[] of(Ranker base, List<Double> weights);
}
