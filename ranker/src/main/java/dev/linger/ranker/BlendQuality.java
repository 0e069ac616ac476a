package dev.linger.ranker;

import java.util.List;

/** How good blends of some parts are on the validation days. */
@FunctionalInterface
public interface BlendQuality {
    /** Scores whatever is to be ranked by each part, once. */
    OfWeights of(Parts parts);

    /** What a blend mixes. */
    interface Parts {
        /** What scores by itself. */
        List<Ranker> rankers();

        /**
         * Every part's score, {@code [part][item]}, not yet standardised.
         *
         * @param ofRankers what each of the rankers gives the items, {@code [ranker][item]}
         * @param stageOne score of each item in retrieval, none missing
         */
        double[][] scores(double[][] ofRankers, double[] stageOne);
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
