package dev.linger.recommender;

import dev.linger.data.RankedList;
import dev.linger.features.FeatureRows;
import dev.linger.recommender.retrieval.Retriever;

/**
 * A user's list and all that led to it.
 *
 * @param found the list of each source, and the candidates merged from them
 * @param rows the feature rows of the candidates, in their order
 * @param scores of the last systems of the reranker, of all or of the one that users get, {@code [system][candidate]}; none
 *     where the candidates were not re-ranked
 * @param list what the user gets
 * @param propensities how likely each of its places was, given those above it; empty where it was not drawn
 */
public record Answer(
        Retriever.Found found, FeatureRows rows, double[][] scores, RankedList list, double[] propensities) {
    /** Whether rankers scored the candidates; else they are in the order of stage one. */
    public boolean isReranked() {
        return scores.length > 0;
    }
}
