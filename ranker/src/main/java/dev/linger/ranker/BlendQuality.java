package dev.linger.ranker;

import dev.linger.features.FeatureRows;

/** How good blends of some parts are on the validation days. */
@FunctionalInterface
public interface BlendQuality {
    /** Scores whatever is to be ranked by each part, once. */
    OfWeights of(Parts parts);

    /** What a blend mixes. */
    @FunctionalInterface
    interface Parts {
        /** Every part's score, {@code [part][row]}, not yet standardised. */
        double[][] scores(FeatureRows rows);
    }

    /** The quality of one blend. */
    @FunctionalInterface
    interface OfWeights {
        /**
         * The higher the better, never NaN.
         *
         * @param weights one for each part
         */
        double quality(double[] weights);
    }
}
