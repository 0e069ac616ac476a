package dev.linger.recommender.order;

import dev.linger.candidates.Similarity;
import dev.linger.data.RankedList;
import dev.linger.data.config.Key;

/**
 * Keeps videos that are nearly the same apart: going down the list, the best item left that is less alike than {@code
 * alike} to each of the {@code apart} before it is taken next; where there is none, the best item left.
 */
public record NearDuplicatesConfig(
        @Key(
                        value = "from this similarity on two videos are nearly the same, in (0, 1]",
                        byDefault = "0.95",
                        because = "the same creator and tags, or factors that hardly differ")
                double alike,
        @Key(
                        value = "so many places they stand apart at least, >= 1",
                        byDefault = "1",
                        because = "not one after the other")
                int apart,
        @Key(value = "by what videos are alike", byDefault = "\"attributes\"", because = "it can be seen")
                SimilarityBy by)
        implements OrdererConfig {
    public NearDuplicatesConfig {
        if (!(alike > 0 && alike <= 1)) {
            throw new IllegalArgumentException("alike must be in (0, 1] but was " + alike);
        }
        if (apart < 1) {
            throw new IllegalArgumentException("apart must be >= 1 but was " + apart);
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
        GreedySelection selection = new GreedySelection(scored, scored.size());
        while (selection.hasPlace()) {
            selection.takeFirst(at -> differs(scored.items()[at], selection, similarity));
        }
        return selection.ordered();
    }

    private boolean differs(int item, GreedySelection selection, Similarity similarity) {
        for (int place = Math.max(0, selection.taken() - apart); place < selection.taken(); place++) {
            if (similarity.between(selection.item(place), item) >= alike) {
                return false;
            }
        }
        return true;
    }
}
