package dev.linger.spark.lists;

import dev.linger.pipeline.evaluation.JudgedPart;
import dev.linger.pipeline.evaluation.MeasuredPart;
import java.io.Serializable;
import java.util.List;

/**
 * What a block of users gives: small, whatever their lists are.
 *
 * @param first the number of the first user
 * @param hasPlays of each user, whether there is a play before the cut
 * @param judged one a relevance rule
 * @param measured {@code [rule][system]}
 * @param lists the first items of what users get
 */
public record MeasuredBlock(
        int first, boolean[] hasPlays, JudgedPart[] judged, MeasuredPart[][] measured, TopLists lists)
        implements Serializable {
    private static final long serialVersionUID = 1;

    /** The same without lists, which are the largest part of it. */
    public MeasuredBlock brief() {
        return new MeasuredBlock(first, hasPlays, judged, measured, TopLists.of(List.of(), first, 1));
    }
}
