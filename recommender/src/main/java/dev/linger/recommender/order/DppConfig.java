package dev.linger.recommender.order;

import dev.linger.candidates.Similarity;
import dev.linger.data.RankedList;
import dev.linger.data.config.Key;

/**
 * A determinantal point process: the places go to the set S of items that makes
 *
 * <pre>
 * (1 - weight) * sum over S of z(score) + weight * log det(similarity of S)
 * </pre>
 *
 * large, found greedily with updates of a Cholesky factor (Chen, Zhang and Zhou, NeurIPS 2018), so that an item that the ones
 * before it make up together counts as alike too, not only one that is like a single one. z is in standard deviations from
 * the mean of the list. O(places^2 * items), and places * items similarities.
 */
public record DppConfig(
        @Key(
                        value = "so many first places are ordered, >= 1; the others follow as they were",
                        byDefault = "20",
                        because = "what a user sees in a session")
                int places,
        @Key(value = "weight of the diversity, in [0, 1)", byDefault = "0.3", because = "a few places, not the first")
                double weight,
        @Key(value = "by what videos are alike", byDefault = "\"attributes\"", because = "it can be seen")
                SimilarityBy by)
        implements OrdererConfig {
    /** What is left of an item that those before it make up wholly; its logarithm is still a number. */
    private static final double NOTHING = 1e-10;

    public DppConfig {
        GreedySelection.requirePlaces(places);
        if (!(weight >= 0 && weight < 1)) {
            throw new IllegalArgumentException("weight must be in [0, 1) but was " + weight);
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
        int size = standings.length;
        double[] worth = new double[size];
        double[] alike = new double[size];
        /* Squared length of what is left of each item, and its row of the Cholesky factor: [place][item]. */
        double[] left = new double[size];
        double[][] factor = new double[Math.min(places, size)][size];
        for (int at = 0; at < size; at++) {
            worth[at] = (1 - weight) * standings[at];
            left[at] = 1;
        }
        GreedySelection selection = new GreedySelection(scored, places);
        while (selection.hasPlace()) {
            int place = selection.taken();
            int taken = selection.takeBest(worth);
            double length = Math.sqrt(Math.max(left[taken], NOTHING));
            similarity.between(scored.items()[taken], scored.items(), alike);
            project(factor, place, taken, alike, length);
            for (int at = 0; at < size; at++) {
                left[at] = Math.max(NOTHING, left[at] - factor[place][at] * factor[place][at]);
                worth[at] = (1 - weight) * standings[at] + weight * Math.log(left[at]);
            }
        }
        return selection.ordered();
    }

    /** {@code factor[place] = (alike - sum over the places before of factor[p][taken] * factor[p]) / length}. */
    private static void project(double[][] factor, int place, int taken, double[] alike, double length) {
        double[] row = factor[place];
        System.arraycopy(alike, 0, row, 0, row.length);
        for (int before = 0; before < place; before++) {
            double of = factor[before][taken];
            double[] other = factor[before];
            for (int at = 0; at < row.length; at++) {
                row[at] -= of * other[at];
            }
        }
        for (int at = 0; at < row.length; at++) {
            row[at] /= length;
        }
    }
}
