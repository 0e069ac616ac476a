package dev.linger.ranker.training;

/** How good the blends of some parts are on the validation days. */
@FunctionalInterface
public interface BlendQuality {
    /** Scores whatever is to be ranked by each part, once. */
    OfWeights of(BlendParts parts);

    /** The quality of one blend. */
    @FunctionalInterface
    interface OfWeights {
        /**
         * The higher the better, never NaN.
         *
         * @param weights one a part
         */
        double quality(double[] weights);
    }
}
