package dev.linger.ranker.blend;

import java.util.List;

/**
 * What one part adds to the scores of a blend: {@code weight * z(score)}.
 *
 * @param part its name
 * @param members names of the members whose scores it is made of; none for that of retrieval
 * @param weight in the order that users get
 * @param scores of each item, as the part gives them
 * @param standardised of each item: the scores in standard deviations from the mean of the list
 */
public record BlendTerm(String part, List<String> members, double weight, double[] scores, double[] standardised) {
    public BlendTerm {
        members = List.copyOf(members);
    }

    /** What it adds to the score of an item. */
    public double contribution(int item) {
        return weight * standardised[item];
    }
}
