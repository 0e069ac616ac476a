package dev.linger.recommender.order;

import dev.linger.candidates.Similarity;

/** By what two videos are alike. */
public enum SimilarityBy {
    /** Who made them and what they are about: {@link AttributeSimilarity}. */
    ATTRIBUTES,
    /** How the first source that compares videos does: als by its factors. */
    SOURCE;

    Similarity of(OrdererParts parts) {
        return switch (this) {
            case ATTRIBUTES -> new AttributeSimilarity(parts.tables().itemTable());
            case SOURCE ->
                parts.similarity()
                        .orElseThrow(() -> new IllegalArgumentException(
                                "an orderer compares videos by a source but no source compares videos"));
        };
    }
}
