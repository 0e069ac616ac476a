package dev.linger.recommender.order;

import dev.linger.candidates.Similarity;
import dev.linger.data.RankedList;
import dev.linger.data.config.Key;

/**
 * Maximal marginal relevance (Carbonell and Goldstein, SIGIR 1998): the next item is that of the largest
 *
 * <pre>
 * (1 - weight) * z(score) - weight * (largest similarity to an item before it)
 * </pre>
 *
 * with z in standard deviations from the mean of the list. O(places * items) similarities.
 */
public record MmrConfig(
        @Key(
                        value = "so many first places are ordered, >= 1; the others follow as they were",
                        byDefault = "20",
                        because = "what a user sees in a session")
                int places,
        @Key(value = "weight of the similarity, in [0, 1]", byDefault = "0.3", because = "a few places, not the first")
                double weight,
        @Key(value = "by what videos are alike", byDefault = "\"attributes\"", because = "it can be seen")
                SimilarityBy by)
        implements OrdererConfig {
    public MmrConfig {
        GreedySelection.requirePlaces(places);
        if (!(weight >= 0 && weight <= 1)) {
            throw new IllegalArgumentException("weight must be in [0, 1] but was " + weight);
        }
    }

    @Override
    public boolean needsSimilarity() {
        return by == SimilarityBy.SOURCE;
    }

    @Override
    public Orderer create(OrdererParts parts) {
        Similarity similarity = by.of(parts);
        return (scored, context) -> order(scored, similarity);
    }

    private RankedList order(RankedList scored, Similarity similarity) {
        double[] standings = GreedySelection.standings(scored);
        double[] worth = new double[standings.length];
        double[] nearest = new double[standings.length];
        double[] alike = new double[standings.length];
        for (int at = 0; at < worth.length; at++) {
            worth[at] = (1 - weight) * standings[at];
            nearest[at] = Double.NEGATIVE_INFINITY;
        }
        GreedySelection selection = new GreedySelection(scored, places);
        while (selection.hasPlace()) {
            int taken = scored.items()[selection.takeBest(worth)];
            similarity.between(taken, scored.items(), alike);
            for (int at = 0; at < worth.length; at++) {
                nearest[at] = Math.max(nearest[at], alike[at]);
                worth[at] = (1 - weight) * standings[at] - weight * nearest[at];
            }
        }
        return selection.ordered();
    }
}
